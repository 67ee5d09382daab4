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
  const untitled = cell.replace(TITLE, '');
  const capitals = splitAtCapitals(untitled);
  if (capitals) return composeName(capitals.first, capitals.last);
  const name = properCase(untitled);
  const words = name.split(' ');
  const [last, first] = words;
  if (surnameFirst && words.length === 2 && last !== undefined && first !== undefined) return composeName(first, last);
  return { full: name, first: null, last: null };
}

/** A form of address before a name; « M » without its dot is somebody's initial. */
const TITLE = /^(?:m\.|mr\.?|mme\.?|mlle\.?|mrs\.?|ms\.?|miss|monsieur|madame|mademoiselle|dre?\.?|me\.?)\s+(?!et\s)/iu;

/** « TREMBLAY Marie-Ève »: a surname in capitals before a first name that is not. */
function splitAtCapitals(cell: string): { readonly first: string; readonly last: string } | null {
  const words = cell.split(' ');
  const isCapital = (word: string): boolean => /\p{Lu}{2}/u.test(word) && !/\p{Ll}/u.test(word);
  const at = words.findIndex((word) => !isCapital(word) && !/^(?:de|du|des|la|le)$/iu.test(word));
  if (at < 1 || !words.slice(0, at).some(isCapital) || words.slice(at).some(isCapital)) return null;
  return {
    last: properCase(words.slice(0, at).join(' ').toLocaleUpperCase('fr-CA')),
    first: words.slice(at).join(' '),
  };
}

function splitAtComma(cell: string): { readonly first: string | null; readonly last: string } | null {
  const match = /^([^,]+),([^,]*)$/u.exec(cell);
  const [last, first] = [match?.[1]?.trim() ?? '', match?.[2]?.trim() ?? ''];
  if (last === '') return null;
  return { last: properCase(last), first: isNone(first) ? null : properCase(first) };
}
