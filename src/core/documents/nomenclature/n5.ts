import type { ParsedFileName } from '../file-name';
import { parsed, readDocumentWord, readName, readSuffixes, readYear, splitParts } from './parts';

/** N5 (a Taxprep office's): `{year} {document} - {full name}`, e.g. `2025 T183 - Erica Rocchi`. */
export function parseN5(stem: string): ParsedFileName | null {
  const [first = '', second = '', ...rest] = splitParts(stem);
  const [yearWord = '', ...documentWords] = first.split(' ');
  const taxYear = readYear(yearWord);
  const form = readDocumentWord(documentWords.join(' '));
  const name = readName(second);
  return taxYear && form && name && readSuffixes(rest) ? parsed('N5', { taxYear, form, name }) : null;
}
