import type { ParsedFileName } from '../file-name';
import { parsed } from './parts';

/** N4 (DT ScanDoc): four letters of the name, nine digits, an optional sequence: `PROV123456789001`. */
export function parseN4(stem: string): ParsedFileName | null {
  const [, nameStart, digits] = /^(\p{L}{4})(\d{9})(\d{1,4})?$/u.exec(stem) ?? [];
  if (nameStart === undefined || digits === undefined) return null;
  return { ...parsed('N4', { identifier: { kind: 'sin', digits } }), nameStart };
}
