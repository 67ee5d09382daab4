import type { FormCode } from './form-code';

/** The office's own papers: they bear no form code to be recognised by, and one client may receive several a year. */
export function isPaper(form: FormCode | null): boolean {
  switch (form) {
    case 'ENGAGEMENT':
    case 'CLIENT-LETTER':
    case 'INVOICE':
    case 'INSTALMENTS':
    case 'OTHER':
      return true;
    default:
      return false;
  }
}
