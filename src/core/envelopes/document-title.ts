import { FORM_CATALOG } from '../forms/catalog';
import type { FormCode } from '../forms/form-code';
import type { Language } from '../language';

/** What the recipient reads: the form and its tax year. Never the file's name, which may carry a SIN. */
export function documentTitle(form: FormCode, taxYear: number, language: Language): string {
  return `${FORM_CATALOG[form].title[language]}, ${taxYear}`;
}
