import { parseYearEnd } from '../identifiers/year-end';
import { cellValue } from './cell-text';
import type { ClientKind } from './client';
import type { ListField } from './list-field';
import { maritalStatus } from './marital-status';
import { nameFromWhole } from './person-name';
import { readEmail } from './read-contact';
import { readDate, type DateWriting } from './read-date';
import type { RowCells } from './row-cells';
import type { Signatory, SigningFacts } from './signing-facts';

type Facts = Omit<SigningFacts, 'trustAccount'>;

/** Who may sign, and what the list says of it. */
export function readSigningFacts(cells: RowCells, kind: ClientKind, name: string, writing: DateWriting): Facts {
  const statusText = cells.value('maritalStatus');
  const status =
    statusText === '' ? null : (maritalStatus(statusText) ?? cells.warn('marital-status-unknown', 'maritalStatus'));
  const death = readDeath(cells, writing);
  const deceased =
    kind === 'individual' && (death.deceased || /^(?:succession|feue?|(?:the )?estate of)\s/iu.test(name));
  if (deceased) cells.note('deceased', 'deathDate');
  return {
    maritalStatus: status,
    deceased,
    deathDate: death.date,
    representative: signatory(cells, 'representativeName', 'representativeTitle', 'representativeEmail'),
    officer: signatory(cells, 'officerName', 'officerTitle', 'officerEmail'),
    yearEnd: readYearEnd(cells, writing),
  };
}

/** A column of dates, or of « Oui » and « Non ». */
function readDeath(
  cells: RowCells,
  writing: DateWriting,
): { readonly deceased: boolean; readonly date: string | null } {
  const text = cells.value('deathDate');
  if (text === '' || /^(?:non?|n|faux|false|0|vivante?)$/iu.test(text)) return { deceased: false, date: null };
  if (/^(?:oui|o|yes|y|vrai|true|x|1|d[ée]c[ée]d[ée]e?|deceased)$/iu.test(text)) return { deceased: true, date: null };
  const date = readDate(cells, 'deathDate', writing);
  return { deceased: date !== null, date };
}

function signatory(cells: RowCells, name: ListField, title: ListField, email: ListField): Signatory | null {
  const written = cells.value(name);
  if (written === '') return null;
  const { full } = nameFromWhole(written, false);
  if (full === '') return null;
  return {
    name: full,
    title: cells.value(title) || null,
    email: readEmail(cells, email),
  };
}

function readYearEnd(cells: RowCells, { epoch1904, order }: DateWriting): string | null {
  const cell = cells.cell('yearEnd');
  const value = typeof cell === 'number' ? cell : cellValue(cell);
  if (value === '') return null;
  return parseYearEnd(value, epoch1904, order) ?? cells.warn('year-end-malformed', 'yearEnd');
}
