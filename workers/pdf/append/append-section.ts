import type { CrossReference } from './cross-reference';
import type { PdfValue } from './pdf-value';
import { asArray } from './pdf-value';
import { Unfamiliar } from './unfamiliar';
import { asWritten, toBytes, withEntries } from './write-text';

/** Entries of a cross-reference stream's dictionary that speak of that stream alone. */
const OF_ITS_STREAM: ReadonlySet<string> = new Set(['Filter', 'DecodeParms']);
/** Widths of our rows: kind, offset below 4 GiB, generation. */
const WIDTHS = [1, 4, 1] as const;
const LARGEST = 0xffff_0000;

/**
 * The file with these objects (text by number) behind it, and a cross-reference of the kind that it ends with. `size`
 * is the first number that nobody uses.
 */
export function appendSection(
  bytes: Uint8Array,
  { sections: [newest], start }: CrossReference,
  objects: ReadonlyMap<number, string>,
  size: number,
): Uint8Array<ArrayBuffer> {
  const last = bytes[bytes.length - 1];
  let body = last === 10 || last === 13 ? '' : '\n';
  const offsets = new Map<number, number>();
  for (const [number, text] of [...objects].sort(([a], [b]) => a - b)) {
    offsets.set(number, bytes.length + body.length);
    body += `${number} 0 obj\n${text}\nendobj\n`;
  }
  const at = bytes.length + body.length;
  if (at > LARGEST) throw new Unfamiliar('too large');
  const { trailer } = newest;
  const id = trailer.entries.get('ID');
  const common = { Prev: String(start), ...(id ? { ID: newId(id, bytes, body) } : {}) };
  if (newest.style === 'table') {
    body += tableOf(offsets);
    body += `trailer\n${withEntries(trailer, bytes, { Size: String(size), ...common })}\n`;
  } else {
    offsets.set(size, at);
    const { index, rows } = rowsOf(offsets);
    const own = { Size: String(size + 1), W: `[${WIDTHS.join(' ')}]`, Index: index, Length: String(rows.length) };
    const dict = withEntries(trailer, bytes, { ...own, ...common }, OF_ITS_STREAM);
    body += `${size} 0 obj\n${dict}\nstream\n${rows}\nendstream\nendobj\n`;
  }
  body += `startxref\n${at}\n%%EOF\n`;
  const whole = new Uint8Array(bytes.length + body.length);
  whole.set(bytes);
  whole.set(toBytes(body), bytes.length);
  return whole;
}

/** Runs of numbers that follow one another. */
function runsOf(offsets: ReadonlyMap<number, number>): [first: number, offsets: number[]][] {
  const runs: [number, number[]][] = [];
  for (const [number, offset] of [...offsets].sort(([a], [b]) => a - b)) {
    const run = runs.at(-1);
    if (run && run[0] + run[1].length === number) run[1].push(offset);
    else runs.push([number, [offset]]);
  }
  return runs;
}

function tableOf(offsets: ReadonlyMap<number, number>): string {
  const ranges = runsOf(offsets).map(([first, places]) => {
    const lines = places.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    return `${first} ${places.length}\n${lines.join('')}`;
  });
  return `xref\n${ranges.join('')}`;
}

function rowsOf(offsets: ReadonlyMap<number, number>): { readonly index: string; readonly rows: string } {
  const runs = runsOf(offsets);
  const row = (offset: number) =>
    String.fromCharCode(1, offset >>> 24, (offset >>> 16) & 0xff, (offset >>> 8) & 0xff, offset & 0xff, 0);
  return {
    index: `[${runs.map(([first, places]) => `${first} ${places.length}`).join(' ')}]`,
    rows: runs.flatMap(([, places]) => places.map(row)).join(''),
  };
}

/** The first half stands for the document, the second for this version of it (ISO 32000-1 §14.4). */
function newId(id: PdfValue, bytes: Uint8Array, body: string): string {
  const [first, second] = asArray(id).items;
  if (first?.kind !== 'string' || second?.kind !== 'string') throw new Unfamiliar('an odd identifier');
  const said = `${asWritten(second, bytes)}${bytes.length}${body}`;
  const quarters = [1, 2, 3, 4].map((seed) => fnv(said, seed).toString(16).padStart(8, '0'));
  return `[${asWritten(first, bytes)} <${quarters.join('')}>]`;
}

/** The same document prepared twice is the same bytes: no clock and no chance in it. */
function fnv(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
