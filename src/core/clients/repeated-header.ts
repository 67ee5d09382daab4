import type { Cell } from './table';

/** A printed list repeats its header on every page. */
export const isRepeatedHeader = (cells: readonly Cell[], headers: readonly Cell[]): boolean =>
  headers.every((header, column) => (cells[column] ?? '') === header);
