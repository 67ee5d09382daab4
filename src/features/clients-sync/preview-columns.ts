import type { ClientColumn } from '../../ui/context';

/** Columns of the Aperçu; the name and the state are always there. */
export type PreviewColumn = 'name' | 'status' | ClientColumn;
