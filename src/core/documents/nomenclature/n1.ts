import type { ParsedFileName } from '../file-name';
import { parsed, readName, readSinPart, readSuffixes, splitParts } from './parts';

/** N1, the default: `{SIN} - {full name}`, e.g. `123456789 - Simon Provencher`; a year or document word may follow. */
export function parseN1(stem: string): ParsedFileName | null {
  const [first = '', second = '', ...rest] = splitParts(stem);
  const identifier = readSinPart(first);
  const name = readName(second);
  const suffixes = readSuffixes(rest);
  return identifier && name && suffixes ? parsed('N1', { identifier, name, ...suffixes }) : null;
}
