import { isSameOfficeLayout, type OfficeLayout } from '../core/forms/office-layout';
import type { SettingsRepository } from '../store/settings-repository';
import { SealedList } from './sealed-list';

/** Where this office puts the fields of its forms. */
export class OfficeLayouts extends SealedList<OfficeLayout> {
  constructor(settings: SettingsRepository) {
    super(settings, {
      setting: 'signature-layouts',
      isSame: isSameOfficeLayout,
      file: async () => {
        const { readLayouts, writeLayouts } = await import('../core/forms/office-layout-file');
        return { read: readLayouts, write: writeLayouts };
      },
    });
  }
}
