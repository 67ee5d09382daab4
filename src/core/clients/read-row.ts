import { parseBusinessNumber } from '../identifiers/business-number';
import { parseEmail } from '../identifiers/email';
import { parseEnterpriseNumber } from '../identifiers/enterprise-number';
import { dateOfSerial, parseDate } from '../identifiers/date';
import { parsePhone } from '../identifiers/phone';
import { parsePostalCode } from '../identifiers/postal-code';
import { parseSin } from '../identifiers/sin';
import { cellText, cellValue } from './cell-text';
import type { ClientKind, ClientName, ClientType, ImportedClient, PostalAddress } from './client';
import type { ColumnMapping } from './column-mapping';
import { entityKind, trustByName } from './entity-kind';
import { householdRelation } from './household-relation';
import type { ListField } from './list-field';
import { listLanguage } from './list-language';
import { composeName, nameFromParts, nameFromWhole } from './person-name';
import { provinceCode } from './province';
import type { RowIssue, RowIssueCode } from './row-issue';
import type { Cell, TableRow } from './table';

/** A row after the rules of one row; what needs its neighbours (household, duplicates) comes later. */
export interface ReadRow {
  readonly source: number;
  readonly client: ImportedClient;
  readonly issues: readonly RowIssue[];
}

export interface ReadRowOptions {
  readonly clientType: ClientType;
  readonly mapping: ColumnMapping;
  readonly epoch1904: boolean;
}

const PHONES = ['phone', 'homePhone', 'mobilePhone', 'workPhone'] as const satisfies readonly ListField[];

/** Cells → client and doubts. Never fails: a value that cannot be read is `null` with an issue that names its field. */
export function readRow(row: TableRow, options: ReadRowOptions): ReadRow {
  const columns = new Map<ListField, Cell | undefined>();
  options.mapping.forEach((field, column) => {
    if (field !== null) columns.set(field, row.cells[column]);
  });
  const text = (field: ListField): string => cellText(columns.get(field));
  const value = (field: ListField): string => cellValue(columns.get(field));
  const issues: RowIssue[] = [];
  const warn = (code: RowIssueCode, field: string): null => {
    issues.push({ code, severity: 'warning', field });
    return null;
  };
  const note = (code: RowIssueCode, field: string): void => void issues.push({ code, severity: 'note', field });

  const name = readName(text, options.clientType);
  const kind = readKind(options.clientType, value('entity'), name);
  const isPerson = kind === 'individual';

  const sin = parseSin(value('sin'));
  if (sin.kind === 'malformed') warn('sin-malformed', 'sin');
  else if (sin.kind === 'absent') {
    if (isPerson && (sin.stated || columns.has('sin'))) note('sin-absent', 'sin');
  } else {
    if (!sin.luhn) warn('sin-luhn', 'sin');
    if (sin.zeroRestored) note('sin-zero-restored', 'sin');
  }

  const number = parseBusinessNumber(value('businessNumber'));
  if (number.kind === 'malformed' || (number.kind === 'business-number' && !number.luhn))
    warn('bn-luhn', 'businessNumber');

  const emailText = value('email');
  const email = emailText === '' ? null : (parseEmail(emailText) ?? warn('email-malformed', 'email'));
  if (emailText === '') note('email-missing', 'email');

  const languageText = value('language');
  const language = languageText === '' ? null : (listLanguage(languageText) ?? warn('language-unknown', 'language'));

  const client: ImportedClient = {
    kind,
    clientNumber: value('clientNumber') || null,
    name,
    sin: sin.kind === 'sin' ? sin.digits : null,
    businessNumber: number.kind === 'business-number' ? number.digits : null,
    programAccount: number.kind === 'business-number' ? number.programAccount : null,
    enterpriseNumber: parseEnterpriseNumber(value('enterpriseNumber')),
    birthDate: readDate(columns.get('birthDate'), options.epoch1904, () => warn('date-malformed', 'birthDate')),
    email,
    phone: readPhone(value, () => warn('phone-malformed', 'phone')),
    address: readAddress(value, () => warn('postal-code-malformed', 'postalCode')),
    language,
    accountManager: value('accountManager') || null,
    household: null,
    relation: householdRelation(value('relation')),
  };
  return { source: row.source, client, issues };
}

function readName(text: (field: ListField) => string, clientType: ClientType): ClientName {
  // A corporation's name is a legal name: its capitals are its own.
  if (clientType === 'corporations') return { full: text('name'), first: null, last: null };
  const parts = nameFromParts(text('firstName'), text('lastName'));
  if (parts.full !== '') return parts;
  const surnameFirst = nameFromWhole(text('surnameFirst'), true);
  return surnameFirst.full !== '' ? surnameFirst : nameFromWhole(text('name'), false);
}

function readKind(clientType: ClientType, entity: string, name: ClientName): ClientKind {
  const stated = entityKind(entity);
  if (stated) return stated;
  if (clientType === 'individuals') return 'individual';
  return trustByName(name.full) ? 'trust' : 'corporation';
}

export function readDate(cell: Cell | undefined, epoch1904: boolean, onMalformed: () => null): string | null {
  if (typeof cell === 'number') return dateOfSerial(cell, epoch1904) ?? parseDate(String(cell)) ?? onMalformed();
  const text = cellValue(cell);
  if (text === '' || /^[0/-]+$/u.test(text)) return null;
  // A serial that a CSV export kept as a number.
  const serial = /^\d{5}(?:\.\d+)?$/u.test(text) ? dateOfSerial(Number(text), epoch1904) : null;
  return serial ?? parseDate(text) ?? onMalformed();
}

/** The first telephone that can be read, in the order the office would call. */
function readPhone(value: (field: ListField) => string, onMalformed: () => null): string | null {
  let malformed = false;
  for (const field of PHONES) {
    const text = value(field);
    if (text === '' || /^[0()\s-]+$/u.test(text)) continue;
    const phone = parsePhone(text);
    if (phone) return phone.e164;
    malformed = true;
  }
  return malformed ? onMalformed() : null;
}

function readAddress(value: (field: ListField) => string, onMalformed: () => null): PostalAddress {
  const countryText = value('country');
  const country = /^(?:ca|can|canada)?$/iu.test(countryText) ? null : countryText;
  const postalText = value('postalCode');
  const postalCode =
    postalText === '' ? null : (parsePostalCode(postalText) ?? (country === null ? onMalformed() : postalText));
  return {
    street: value('street') || null,
    unit: value('unit') || null,
    city: value('city') || null,
    province: provinceCode(value('province')) || null,
    postalCode,
    country,
  };
}

/** The spouse of a row that holds both (product: taxpayer and spouse on one row), or `null`. */
export function readSpouse(row: TableRow, main: ReadRow, options: ReadRowOptions): ReadRow | null {
  const column = (field: ListField): Cell | undefined => {
    const index = options.mapping.indexOf(field);
    return index < 0 ? undefined : row.cells[index];
  };
  const name = nameFromParts(cellText(column('spouseFirstName')), cellText(column('spouseLastName')));
  if (name.full === '') return null;
  const spouse = readRow(
    {
      source: row.source,
      cells: [column('spouseSin') ?? '', column('spouseBirthDate') ?? '', column('spouseEmail') ?? ''],
    },
    { ...options, mapping: ['sin', 'birthDate', 'email'] },
  );
  const { client } = main;
  return {
    source: row.source,
    issues: spouse.issues,
    client: {
      ...spouse.client,
      clientNumber: client.clientNumber,
      name: name.last === null ? composeName(name.first, client.name.last) : name,
      phone: client.phone,
      address: client.address,
      language: client.language,
      accountManager: client.accountManager,
      relation: 'spouse',
    },
  };
}
