import type { ClientKind, ClientName, ClientType, ImportedClient } from './client';
import type { ColumnMapping } from './column-mapping';
import { entityKind, trustByName } from './entity-kind';
import { householdRelation } from './household-relation';
import { listLanguage } from './list-language';
import { nameFromParts, nameFromWhole } from './person-name';
import { readAddress } from './read-address';
import { readEmail, readPhone } from './read-contact';
import { readDate, type DateWriting } from './read-date';
import { readIdentifiers } from './read-identifiers';
import { readSigningFacts } from './read-signing-facts';
import { RowCells } from './row-cells';
import type { RowIssue } from './row-issue';
import type { TableRow } from './table';

/** A row after the rules of one row; what needs its neighbours (household, duplicates) comes later. */
export interface ReadRow {
  readonly source: number;
  readonly client: ImportedClient;
  readonly issues: readonly RowIssue[];
  /** The second person of a row that holds both. */
  readonly part?: 'spouse';
}

export interface ReadRowOptions extends DateWriting {
  readonly clientType: ClientType;
  readonly mapping: ColumnMapping;
}

/** Cells → client and doubts. Never fails: a value that cannot be read is `null` with an issue that names its field. */
export function readRow(row: TableRow, options: ReadRowOptions): ReadRow {
  const cells = new RowCells(row.cells, options.mapping);
  const name = readName(cells, options.clientType);
  const kind = readKind(options.clientType, cells, name);
  const identifiers = readIdentifiers(cells, kind === 'individual');
  const email = readEmail(cells, 'email');
  if (cells.value('email') === '') cells.note('email-missing', 'email');
  const languageText = cells.value('language');

  const client: ImportedClient = {
    kind: identifiers.trustAccount !== null && kind === 'corporation' ? 'trust' : kind,
    clientNumber: cells.value('clientNumber') || null,
    name,
    ...identifiers,
    birthDate: readDate(cells, 'birthDate', options),
    email,
    phone: readPhone(cells),
    address: readAddress(cells),
    language: languageText === '' ? null : (listLanguage(languageText) ?? cells.warn('language-unknown', 'language')),
    accountManager: cells.value('accountManager') || null,
    household: null,
    relation: householdRelation(cells.value('relation')),
    ...readSigningFacts(cells, kind, name.full, options),
  };
  return { source: row.source, client, issues: cells.issues };
}

function readName(cells: RowCells, clientType: ClientType): ClientName {
  // A corporation's name is a legal name: its capitals are its own.
  if (clientType === 'corporations') return { full: cells.text('name'), first: null, last: null };
  const parts = nameFromParts(cells.text('firstName'), cells.text('lastName'));
  if (parts.full !== '') return parts;
  const surnameFirst = nameFromWhole(cells.text('surnameFirst'), true);
  return surnameFirst.full !== '' ? surnameFirst : nameFromWhole(cells.text('name'), false);
}

function readKind(clientType: ClientType, cells: RowCells, name: ClientName): ClientKind {
  const stated = entityKind(cells.value('entity'));
  if (stated) return stated;
  if (clientType === 'individuals') return 'individual';
  return trustByName(name.full) ? 'trust' : 'corporation';
}
