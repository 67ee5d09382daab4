import { cellText } from './cell-text';
import type { ListField } from './list-field';
import { composeName, nameFromParts, nameFromWhole } from './person-name';
import { readRow, type ReadRow, type ReadRowOptions } from './read-row';
import type { Cell, TableRow } from './table';

/** What a row may say of the spouse, and the field it is for them. */
const OWN: readonly (readonly [spouse: ListField, own: ListField])[] = [
  ['spouseSin', 'sin'],
  ['spouseBirthDate', 'birthDate'],
  ['spouseEmail', 'email'],
  ['spousePhone', 'phone'],
];

const SPOUSE_NAMES: readonly ListField[] = ['spouseFirstName', 'spouseLastName', 'spouseName'];

/** The spouse of a row that holds both (product: taxpayer and spouse on one row), or `null`. */
export function readSpouse(row: TableRow, main: ReadRow, options: ReadRowOptions): ReadRow | null {
  if (!SPOUSE_NAMES.some((field) => options.mapping.includes(field))) return null;
  const column = (field: ListField): Cell | undefined => {
    const index = options.mapping.indexOf(field);
    return index < 0 ? undefined : row.cells[index];
  };
  const parts = nameFromParts(cellText(column('spouseFirstName')), cellText(column('spouseLastName')));
  const name = parts.full === '' ? nameFromWhole(cellText(column('spouseName')), false) : parts;
  if (name.full === '') return null;
  const told = OWN.filter(([field]) => options.mapping.includes(field));
  const spouse = readRow(
    { source: row.source, cells: told.map(([field]) => column(field) ?? '') },
    { ...options, mapping: told.map(([, own]) => own) },
  );
  const { client } = main;
  return {
    source: row.source,
    part: 'spouse',
    issues: spouse.issues,
    client: {
      ...spouse.client,
      clientNumber: client.clientNumber,
      name: name.last === null && name.first !== null ? composeName(name.first, client.name.last) : name,
      phone: spouse.client.phone ?? client.phone,
      address: client.address,
      language: client.language,
      accountManager: client.accountManager,
      // One says « mariés » of both; who died, and who represents whom, is said of one.
      maritalStatus: client.maritalStatus,
      relation: 'spouse',
    },
  };
}
