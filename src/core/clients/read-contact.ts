import { parseEmailCell } from '../identifiers/email-cell';
import { parsePhone } from '../identifiers/phone';
import type { ListField } from './list-field';
import type { RowCells } from './row-cells';

/** A field's e-mail address, every doubt said. A doubtful cell gives none: a paper lane is better than a stranger. */
export function readEmail(cells: RowCells, field: ListField): string | null {
  const email = parseEmailCell(cells.value(field));
  if (email.kind === 'absent') return null;
  if (email.kind === 'malformed') return cells.warn('email-malformed', field);
  if (email.others.length > 0) cells.warn('email-several', field);
  if (email.tidied) cells.note('email-tidied', field);
  if (email.doubtful) cells.warn('email-doubtful', field);
  return email.address;
}

/** In the order the office would call. */
const PHONES = ['phone', 'homePhone', 'mobilePhone', 'workPhone'] as const satisfies readonly ListField[];

/** The first telephone that can be read, as E.164; of several numbers in a cell, the first. */
export function readPhone(cells: RowCells): string | null {
  let malformed: ListField | null = null;
  for (const field of PHONES) {
    const text = cells.value(field);
    if (text === '' || /^[0()\s-]+$/u.test(text)) continue;
    for (const piece of [text, ...text.split(/[;/|,]|\s+(?:ou|or)\s+/u)]) {
      const phone = parsePhone(piece);
      if (phone) return phone.e164;
    }
    malformed ??= field;
  }
  return malformed === null ? null : cells.warn('phone-malformed', malformed);
}
