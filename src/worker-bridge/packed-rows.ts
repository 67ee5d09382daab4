import type { PlanRow } from '../core/clients/upsert-plan';

/**
 * Rows on their way from a worker: JSON in UTF-8, one after the other. Its buffers are handed over, not copied, and a
 * row costs the page something only when it is looked at; as objects, a hundred thousand rows stop it for seconds.
 */
export interface PackedRows {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each row ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

export function packRows(rows: readonly PlanRow[]): PackedRows {
  // The id first: `findPacked` looks for it there.
  const texts = rows.map(({ id, ...rest }) => JSON.stringify({ id, ...rest }));
  const encoder = new TextEncoder();
  // A character of a JavaScript string takes three bytes at most.
  const bytes = new Uint8Array(texts.reduce((sum, text) => sum + 3 * text.length, 0));
  const ends = new Uint32Array(texts.length);
  let end = 0;
  texts.forEach((text, at) => {
    end += encoder.encodeInto(text, bytes.subarray(end)).written;
    ends[at] = end;
  });
  return { bytes: bytes.slice(0, end), ends };
}

export function packedRow({ bytes, ends }: PackedRows, at: number): PlanRow | undefined {
  const end = ends[at];
  if (end === undefined) return undefined;
  const start = at === 0 ? 0 : (ends[at - 1] ?? 0);
  return JSON.parse(new TextDecoder().decode(bytes.subarray(start, end))) as PlanRow;
}

export const unpackRows = (packed: PackedRows): PlanRow[] =>
  [...packed.ends].flatMap((_end, at) => packedRow(packed, at) ?? []);

/** Where the row of this id stands, without reading the others; -1 when it is not here. */
export function findPacked({ bytes, ends }: PackedRows, id: string): number {
  const wanted = new TextEncoder().encode(`{"id":${JSON.stringify(id)},`);
  for (let at = 0, start = 0; at < ends.length; start = ends[at] ?? 0, at++) {
    let same = 0;
    while (same < wanted.length && bytes[start + same] === wanted[same]) same++;
    if (same === wanted.length) return at;
  }
  return -1;
}
