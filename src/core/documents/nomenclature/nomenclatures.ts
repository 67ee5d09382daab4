import type { NamingCode } from '../document-row';
import type { ParsedFileName } from '../file-name';
import { parseN1 } from './n1';
import { parseN2 } from './n2';
import { parseN3 } from './n3';
import { parseN4 } from './n4';
import { parseN5 } from './n5';
import { parseN6 } from './n6';
import { parseN7 } from './n7';
import { parseN8 } from './n8';

type Parser = (stem: string) => ParsedFileName | null;

/** N9, the office's own template, is not here: it needs the template. */
export const NOMENCLATURES: Readonly<Partial<Record<NamingCode, Parser>>> = {
  N1: parseN1,
  N2: parseN2,
  N3: parseN3,
  N4: parseN4,
  N5: parseN5,
  N6: parseN6,
  N7: parseN7,
  N8: parseN8,
};
