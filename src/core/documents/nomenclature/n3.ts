import type { ParsedFileName } from '../file-name';
import { looksLikeClientNumber, parsed, readName, readSuffixes, splitParts } from './parts';

/** N3: `{client number} - {name}` or `#{client number}` alone. */
export function parseN3(stem: string): ParsedFileName | null {
  const [first = '', second, ...rest] = splitParts(stem);
  if (!looksLikeClientNumber(first)) return null;
  const clientNumber = first.replace(/^#/, '');
  if (second === undefined) return first.startsWith('#') ? parsed('N3', { clientNumber }) : null;
  const name = readName(second);
  const suffixes = readSuffixes(rest);
  return name && suffixes ? parsed('N3', { clientNumber, name, ...suffixes }) : null;
}
