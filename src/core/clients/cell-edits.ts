import type { TableRow } from './table';

/** Cells that a person corrected in the preview: source row → column → text. The file itself is never changed. */
export type CellEdits = ReadonlyMap<number, ReadonlyMap<number, string>>;

export const NO_EDITS: CellEdits = new Map();

/** The edits with one cell set; `null` gives the cell of the file back. */
export function withCell(edits: CellEdits, source: number, column: number, text: string | null): CellEdits {
  const cells = new Map(edits.get(source));
  if (text === null) cells.delete(column);
  else cells.set(column, text);
  const all = new Map(edits);
  if (cells.size === 0) all.delete(source);
  else all.set(source, cells);
  return all;
}

/** The rows as corrected; untouched rows are the same objects. */
export function applyEdits(rows: readonly TableRow[], edits: CellEdits): readonly TableRow[] {
  if (edits.size === 0) return rows;
  return rows.map((row) => {
    const cells = edits.get(row.source);
    if (!cells) return row;
    const width = Math.max(row.cells.length, ...[...cells.keys()].map((column) => column + 1));
    return { ...row, cells: Array.from({ length: width }, (_cell, at) => cells.get(at) ?? row.cells[at] ?? '') };
  });
}
