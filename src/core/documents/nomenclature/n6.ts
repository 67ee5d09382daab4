import type { ParsedFileName } from '../file-name';
import { parsed, readDocumentWord, readName, readYear } from './parts';

/** N6 (Taxprep iFirm): `{client code}-{T1|T2|T3}-{year}-{name}[-timestamp]`. */
export function parseN6(stem: string): ParsedFileName | null {
  const found = /^([\w.]{1,16})-(T[123])-(20\d\d)-(.+?)(?:-\d{8,14})?$/i.exec(stem);
  const [, clientNumber = '', document = '', year = '', rest = ''] = found ?? [];
  const form = readDocumentWord(document);
  const taxYear = readYear(year);
  const name = readName(rest);
  return form && taxYear && name ? parsed('N6', { clientNumber, form, taxYear, name }) : null;
}
