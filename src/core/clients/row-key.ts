/** Where a person stands in a file: its row, and which of the two people of that row. Stable while cells are edited. */
export type RowKey = string;

export const rowKey = ({ source, part }: { readonly source: number; readonly part?: 'spouse' }): RowKey =>
  part === undefined ? String(source) : `${source}:${part}`;
