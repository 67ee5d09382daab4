import { isSameOfficeLayout, type OfficeLayout } from '../core/forms/office-layout';
import { mergeLayouts, readLayouts, writeLayouts } from '../core/forms/office-layout-file';
import type { SettingsRepository } from '../store/settings-repository';
import { SealedList } from './sealed-list';

/** Where this office puts the fields of its forms. */
export class OfficeLayouts extends SealedList<OfficeLayout> {
  constructor(settings: SettingsRepository) {
    super(settings, {
      setting: 'signature-layouts',
      isSame: isSameOfficeLayout,
      merge: mergeLayouts,
      write: writeLayouts,
      read: readLayouts,
    });
  }
}
