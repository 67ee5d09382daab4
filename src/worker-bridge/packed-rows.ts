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
  const encoder = new TextEncoder();
  const ends = new Uint32Array(rows.length);
  let bytes = new Uint8Array(rows.length * USUAL_BYTES);
  let end = 0;
  rows.forEach((row, at) => {
    const text = JSON.stringify(idFirst(row));
    // A character of a JavaScript string takes three bytes at most.
    if (bytes.length - end < 3 * text.length) bytes = grown(bytes, end + 3 * text.length);
    end += encoder.encodeInto(text, bytes.subarray(end)).written;
    ends[at] = end;
  });
  return { bytes: bytes.slice(0, end), ends };
}

const USUAL_BYTES = 1_500;

function grown(bytes: Uint8Array<ArrayBuffer>, atLeast: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(Math.max(2 * bytes.length, atLeast));
  more.set(bytes);
  return more;
}

/** `findPacked` looks for the id there. A planned row has it so already. */
function idFirst(row: PlanRow): PlanRow {
  for (const key in row) {
    if (key === 'id') return row;
    break;
  }
  const { id, ...rest } = row;
  return { id, ...rest };
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
