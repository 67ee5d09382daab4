import type { ParsedFileName } from '../file-name';
import { parsed, readName, readSinPart, readSuffixes, splitParts } from './parts';

/** N2: `{full name} - {SIN}` or `{last}, {first} - {SIN}`. */
export function parseN2(stem: string): ParsedFileName | null {
  const [first = '', second = '', ...rest] = splitParts(stem);
  const identifier = readSinPart(second);
  const name = readName(first);
  const suffixes = readSuffixes(rest);
  return identifier && name && suffixes ? parsed('N2', { identifier, name, ...suffixes }) : null;
}
