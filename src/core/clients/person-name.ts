import type { ClientName } from './client';
import { properCase } from './proper-case';

/** DT Max writes `*` where a person has no first name (domain facts §2). */
const isNone = (part: string): boolean => /^[*\s.]*$/u.test(part);

/** From the parts; `full` is « Prénom Nom », or whichever is there; `''` when neither is. */
export function composeName(first: string | null, last: string | null): ClientName {
  return { full: [first, last].filter((part) => part !== null).join(' '), first, last };
}

/** From separate columns. A « Nom, Prénom » typed into the last-name column is split when there is no first name. */
export function nameFromParts(firstCell: string, lastCell: string): ClientName {
  const comma = isNone(firstCell) ? splitAtComma(lastCell) : null;
  const first = comma ? comma.first : isNone(firstCell) ? null : properCase(firstCell);
  const last = comma ? comma.last : isNone(lastCell) ? null : properCase(lastCell);
  return composeName(first, last);
}

/** From one column. `surnameFirst`: its header says « Nom, Prénom », so two bare words are in that order too. */
export function nameFromWhole(cell: string, surnameFirst: boolean): ClientName {
  if (isNone(cell)) return composeName(null, null);
  const comma = splitAtComma(cell);
  if (comma) return composeName(comma.first, comma.last);
  const name = properCase(cell);
  const words = name.split(' ');
  const [last, first] = words;
  if (surnameFirst && words.length === 2 && last !== undefined && first !== undefined) return composeName(first, last);
  return { full: name, first: null, last: null };
}

function splitAtComma(cell: string): { readonly first: string | null; readonly last: string } | null {
  const match = /^([^,]+),([^,]*)$/u.exec(cell);
  const [last, first] = [match?.[1]?.trim() ?? '', match?.[2]?.trim() ?? ''];
  if (last === '') return null;
  return { last: properCase(last), first: isNone(first) ? null : properCase(first) };
}
