import type { ClientColumn } from '../../ui/controls/client-columns';

/** Columns of the Aperçu; the name and the state are always there. */
export type PreviewColumn = 'name' | 'status' | ClientColumn;
