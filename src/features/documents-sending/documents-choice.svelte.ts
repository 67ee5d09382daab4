import type { NamingCode } from '../../core/documents/document-row';
import { namingOf, templateFor } from '../../core/documents/nomenclature/office-naming';
import type { OfficeNaming } from '../../core/documents/nomenclature/office-naming';
import type { FormCode } from '../../core/forms/form-code';
import type { DocumentsForm } from './documents-form';
import { FolderChoice } from './folder-choice.svelte';

/** The fields above Aperçu, as they stand; a preview keeps a copy of what they said. */
export class DocumentsChoice {
  files = $state.raw<readonly File[]>([]);
  form = $state<FormCode | 'by-content'>('by-content');
  naming = $state<NamingCode | 'detect'>('detect');
  taxYear = $state(0);
  /** No part of what was previewed: it may change until Importer. */
  readonly folder = new FolderChoice();
  /** The office's own nomenclatures, as this workstation keeps them. */
  namings = $state.raw<readonly OfficeNaming[]>([]);

  /** The one that stands for the chosen type, whether or not it is used. */
  readonly own = $derived.by(() => namingOf(this.namings, this.form));
  readonly #template = $derived.by(() => templateFor(this.namings, this.form, this.naming));

  constructor(taxYear: number) {
    this.taxYear = taxYear;
  }

  get chosen(): DocumentsForm {
    const officeNaming = this.#template;
    return {
      files: this.files,
      form: this.form,
      naming: this.naming,
      taxYear: this.taxYear,
      ...(officeNaming ? { officeNaming } : {}),
    };
  }
}
