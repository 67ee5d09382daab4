import type { NamingCode } from '../../core/documents/document-row';
import type { OfficeTemplate } from '../../core/documents/nomenclature/office-template';
import type { FormCode } from '../../core/forms/form-code';

/** What was chosen before Aperçu. Importer stands for exactly these values and these bytes. */
export interface DocumentsForm {
  readonly files: readonly File[];
  readonly form: FormCode | 'by-content';
  readonly naming: NamingCode | 'detect';
  readonly taxYear: number;
  /** The office's own nomenclature, where it may be meant. */
  readonly officeNaming?: OfficeTemplate;
}

export const sameForm = (a: DocumentsForm, b: DocumentsForm): boolean =>
  a.files === b.files &&
  a.form === b.form &&
  a.naming === b.naming &&
  a.taxYear === b.taxYear &&
  a.officeNaming?.pattern === b.officeNaming?.pattern;

/** product.md §2.1, in its order. TP-1 and CO-17 go with their federal twins. */
export const FORM_CHOICES: readonly FormCode[] = [
  'T183',
  'T183CORP',
  'T183TRUST',
  'TP-1000.TE',
  'CO-1000.TE',
  'T1',
  'T2',
  'T3',
  'MR-69',
  'AUT-01',
  'CRA-AUTH',
  'T1135',
  'TP-274',
  'ENGAGEMENT',
  'CLIENT-LETTER',
  'INVOICE',
  'INSTALMENTS',
  'OTHER',
];

export const NAMING_CHOICES: readonly NamingCode[] = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9'];

/** Initial T1 returns are transmitted for these years (season of 2026: 2018 to 2025). The last one is the default. */
export function taxYears(today: Date): readonly number[] {
  const last = today.getFullYear() - 1;
  return Array.from({ length: 8 }, (_, back) => last - back);
}
