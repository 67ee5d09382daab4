import type { ParsedFileName } from '../../core/documents/file-name';

const PERSON = [
  'No client',
  'Nom',
  'Prénom',
  'NAS',
  'Date de naissance',
  'Rue',
  'Ville',
  'Province',
  'Code postal',
  'Tél. rés.',
  'Courriel',
  'Langue',
] as const;
const COMPANY = ['No client', 'Nom de la société', 'NE', 'Courriel', 'Signataire', 'Courriel du signataire'] as const;

/**
 * A client list of one row, of what a file's name says: creating a client is an import like any other, under the same
 * rules (identifiers, duplicates, first linking), completed in its Aperçu. Lives in this page's memory only.
 */
export function newClientList(parsed: ParsedFileName | null, fileName: string): File {
  const known = isCompany(parsed) ? companyCells(parsed) : personCells(parsed);
  const headers = isCompany(parsed) ? COMPANY : PERSON;
  const lines = [headers, headers.map((header) => cell(known[header] ?? ''))];
  return new File([`\uFEFF${lines.map((line) => `${line.join(';')}\r\n`).join('')}`], fileName, { type: 'text/csv' });
}

const isCompany = (parsed: ParsedFileName | null): boolean => parsed?.identifier?.kind === 'bn';

const companyCells = (parsed: ParsedFileName | null): Readonly<Record<string, string>> => ({
  'Nom de la société': parsed?.name ?? '',
  NE: parsed?.identifier?.kind === 'bn' ? parsed.identifier.digits : '',
});

function personCells(parsed: ParsedFileName | null): Readonly<Record<string, string>> {
  const { first, last } = nameParts(parsed?.name ?? '');
  return {
    'No client': parsed?.clientNumber ?? '',
    Nom: last,
    Prénom: first,
    NAS: parsed?.identifier?.kind === 'sin' ? parsed.identifier.digits : '',
  };
}

/** « Nom, Prénom », else the first word is the first name: what is wrong is corrected in the Aperçu. */
function nameParts(name: string): { readonly first: string; readonly last: string } {
  const [last = '', first] = name.split(',').map((part) => part.trim());
  if (first !== undefined) return { first, last };
  const [word = '', ...rest] = last.split(' ');
  return rest.length === 0 ? { first: '', last: word } : { first: word, last: rest.join(' ') };
}

/** A quote or a separator would end the cell; neither is part of a name. */
const cell = (value: string): string => value.replace(/[";\r\n]/g, ' ').trim();
