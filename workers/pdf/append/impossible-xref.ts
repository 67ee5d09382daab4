import { HEADER_WINDOW, headerOf } from '../header-of';
import { startOf } from './cross-reference';
import { ObjectParser } from './parse-object';
import type { PdfDict } from './pdf-value';

/** The highest object number that a reader must know (ISO 32000-1, annex C). */
const MOST_OBJECTS = 8_388_607;
/** Bytes that hold any offset or number there is. */
const WIDEST = 8;
/** Bytes of a row, far beyond any. */
const LONGEST_ROW = 1024;
const MOST_SECTIONS = 64;

/**
 * True when a cross-reference stream claims what cannot be: columns of no or of many bytes, rows without end, more objects than there may
 * be. One reader goes round such a claim for minutes, another shows what a third refuses: nothing is appended to that.
 * Anything else that is odd is for the readers to judge.
 */
export function hasImpossibleXref(whole: Uint8Array): boolean {
  const bytes = whole.subarray(headerOf(whole.subarray(0, HEADER_WINDOW)));
  try {
    const seen = new Set<number>();
    let at: number | null = startOf(bytes);
    while (at !== null && !seen.has(at) && seen.size < MOST_SECTIONS) {
      seen.add(at);
      const dict = streamDictAt(bytes, at);
      if (dict === null) return false;
      if (isImpossible(dict)) return true;
      const previous = dict.entries.get('Prev');
      at = previous?.kind === 'number' ? previous.value : null;
    }
  } catch {
    // Not of the usual kind: not ours to say.
  }
  return false;
}

/** `null` for a table. */
function streamDictAt(bytes: Uint8Array, at: number): PdfDict | null {
  if (bytes[at] === 0x78) return null;
  const parser = new ObjectParser(bytes, at);
  parser.count();
  parser.count();
  parser.keyword('obj');
  const dict = parser.value();
  return dict.kind === 'dict' ? dict : null;
}

function isImpossible({ entries }: PdfDict): boolean {
  const [widths, index] = [numbersIn(entries.get('W')), numbersIn(entries.get('Index'))];
  if (widths !== null) {
    const [, offset = 0] = widths;
    if (widths.length < 3 || offset === 0 || widths.some((width) => width > WIDEST || width < 0)) return true;
  }
  const parms = entries.get('DecodeParms');
  const columns = parms?.kind === 'dict' ? parms.entries.get('Columns') : undefined;
  if (columns?.kind === 'number' && columns.value > LONGEST_ROW) return true;
  const counts = (index ?? []).filter((_, at) => at % 2 === 1);
  return counts.reduce((sum, count) => sum + count, 0) > MOST_OBJECTS;
}

function numbersIn(value: ReturnType<PdfDict['entries']['get']>): number[] | null {
  if (value?.kind !== 'array') return null;
  return value.items.map((item) => (item.kind === 'number' ? item.value : Number.NaN));
}
