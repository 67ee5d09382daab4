import { foldText } from '../fold-text';
import { isPaper } from '../forms/is-paper';
import type { FormCode } from '../forms/form-code';
import type { PageText } from './page-text';

/**
 * What tells one paper of a client from another of the same kind and year: its words. Two invoices differ by number and
 * amounts, while one exported twice says the same though its bytes differ. `null` for forms, which are one a period, and
 * for a scan, which has no words.
 */
export function paperText(form: FormCode, pages: readonly PageText[]): string | null {
  if (!isPaper(form)) return null;
  const text = pages.flatMap(({ lines }) => lines.map((line) => foldText(line.text).replace(/\s+/g, ' ')));
  return text.length === 0 ? null : text.join('\n');
}
