import type { ClientType } from './client';
import { COLUMN_ALIASES } from './column-aliases';
import type { ListField } from './list-field';
import { normaliseHeader } from './normalise-header';
import type { Cell } from './table';

/** Field of each column, by position; `null` where the column is not known or another column has the field. */
export type ColumnMapping = readonly (ListField | null)[];

interface Meaning {
  readonly field: ListField;
  readonly rank: number;
}

const MEANINGS = new Map<ClientType, ReadonlyMap<string, Meaning>>();

/** Made once for each type: the alias table is some two hundred entries, and forty rows are looked at under each delimiter. */
function meaningsFor(clientType: ClientType): ReadonlyMap<string, Meaning> {
  const made = MEANINGS.get(clientType);
  if (made) return made;
  const meanings = new Map<string, Meaning>();
  for (const { field, headers, only } of COLUMN_ALIASES) {
    if (only !== undefined && only !== clientType) continue;
    headers.forEach((header, rank) => {
      const key = normaliseHeader(header);
      if (!meanings.has(key)) meanings.set(key, { field, rank });
    });
  }
  MEANINGS.set(clientType, meanings);
  return meanings;
}

/** Looks headers up for one type of list. */
export function headerLookup(clientType: ClientType): (header: Cell) => Meaning | null {
  const meanings = meaningsFor(clientType);
  return (header) => {
    if (typeof header === 'number') return null;
    const key = normaliseHeader(header);
    // « No NAS », « Numéro de téléphone 1 »: the number word says nothing where the rest is known.
    return meanings.get(key) ?? (key.length > 2 && key.startsWith('no') ? (meanings.get(key.slice(2)) ?? null) : null);
  };
}

/** One column per field: the best-ranked alias wins, then the leftmost. */
export function mapColumns(headers: readonly Cell[], clientType: ClientType): ColumnMapping {
  const lookUp = headerLookup(clientType);
  const best = new Map<ListField, { readonly column: number; readonly rank: number }>();
  headers.forEach((header, column) => {
    const meaning = lookUp(header);
    if (!meaning) return;
    const holder = best.get(meaning.field);
    if (!holder || meaning.rank < holder.rank) best.set(meaning.field, { column, rank: meaning.rank });
  });
  const fields: (ListField | null)[] = headers.map(() => null);
  for (const [field, { column }] of best) fields[column] = field;
  // A list whose only name column says « Nom » holds whole names there.
  if (best.has('lastName') && !best.has('firstName') && !best.has('name') && !best.has('surnameFirst'))
    return fields.map((field) => (field === 'lastName' ? 'name' : field));
  return fields;
}

export function hasNameColumn(mapping: ColumnMapping): boolean {
  return mapping.some((field) => field === 'name' || field === 'lastName' || field === 'surnameFirst');
}
