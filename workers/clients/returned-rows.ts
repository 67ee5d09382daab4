import { isReasonHeader, rowOfReason } from '../../src/core/clients/reason-column';
import { normaliseHeader } from '../../src/core/clients/normalise-header';
import { cellText } from '../../src/core/clients/cell-text';
import type { Cell } from '../../src/core/clients/table';
import type { ClientList } from '../tables/client-list';

/** Rows that were sent back for correction, in the columns of the list they came from. */
export interface ReturnedRows {
  /** By source row of that list. */
  readonly corrected: ReadonlyMap<number, readonly Cell[]>;
  /** Rows whose reason names no row of it: new ones. */
  readonly added: readonly (readonly Cell[])[];
}

/** What `returned` corrects in `list`; `null` when it is another list: no reason column, or other headers. */
export function returnedRows(returned: ClientList, list: ClientList): ReturnedRows | null {
  const reason = returned.headers.findIndex(isReasonHeader);
  if (reason < 0) return null;
  const places = placesOf(returned.headers, list.headers);
  if (places === null) return null;
  const known = new Set(list.rows.map(({ source }) => source));
  const corrected = new Map<number, readonly Cell[]>();
  const added: (readonly Cell[])[] = [];
  for (const { cells } of returned.rows) {
    const row = rowOfReason(cells[reason]);
    const placed = places.map((at) => (at === null ? '' : (cells[at] ?? '')));
    if (row !== null && known.has(row)) corrected.set(row, placed);
    else if (placed.some((cell) => cellText(cell) !== '')) added.push(placed);
  }
  return { corrected, added };
}

/** For each column of the list, the column of the returned one: by name, those of one name by their order. */
function placesOf(returned: readonly Cell[], list: readonly Cell[]): (number | null)[] | null {
  const key = (header: Cell): string => normaliseHeader(cellText(header));
  const left = returned.flatMap((header, at) => (isReasonHeader(header) ? [] : [{ key: key(header), at }]));
  const places: (number | null)[] = [];
  for (const header of list) {
    const index = left.findIndex((candidate) => candidate.key === key(header));
    if (index < 0 && key(header) !== '') return null;
    places.push(index < 0 ? null : (left.splice(index, 1)[0]?.at ?? null));
  }
  return places;
}
