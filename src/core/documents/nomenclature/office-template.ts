import { appError } from '../../app-error';
import { err, ok } from '../../result';
import type { Result } from '../../result';
import type { NamedIdentifier, ParsedFileName } from '../file-name';
import { DOCUMENT_PATTERN, parsed, readDocumentWord, readSinPart, readYear, spacedName } from './parts';

/** What a place of the office's own nomenclature stands for (N9; DT ScanDoc's `<ID> <#> <N1> <N2> <YYYY> <YY> <SEQ>`). */
export type TemplateToken =
  'id' | 'clientNumber' | 'firstName' | 'lastName' | 'name' | 'year' | 'shortYear' | 'doc' | 'seq' | 'ignore';

type Piece =
  { readonly kind: 'token'; readonly token: TemplateToken } | { readonly kind: 'text'; readonly text: string };

/** The office's own nomenclature, ready to be tried on names. */
export interface OfficeTemplate {
  readonly pattern: string;
  readonly pieces: readonly Piece[];
}

const TOKENS: Readonly<Record<TemplateToken, string>> = {
  id: '[\\d*•●xX#]{3}[ .-]?[\\d*•●xX#]{2,3}[ .-]?[\\d*•●xX#]{3,4}',
  clientNumber: '#?[A-Za-z]{0,4}\\d[\\w]{0,11}',
  firstName: '\\p{L}.*?',
  lastName: '\\p{L}.*?',
  name: '[\\p{L}\\d].*?',
  year: '20[12]\\d',
  shortYear: '\\d\\d',
  doc: DOCUMENT_PATTERN,
  seq: '\\d{1,6}',
  ignore: '.*?',
};

/** DT ScanDoc's own spelling of the tokens. */
const SCANDOC: Readonly<Record<string, TemplateToken>> = {
  '<ID>': 'id',
  '<#>': 'clientNumber',
  '<N1>': 'lastName',
  '<N2>': 'firstName',
  '<YYYY>': 'year',
  '<YY>': 'shortYear',
  '<SEQ>': 'seq',
};

const TELLING: readonly TemplateToken[] = ['id', 'clientNumber', 'name', 'lastName'];
const FREE: readonly TemplateToken[] = ['firstName', 'lastName', 'name', 'doc', 'ignore'];

/**
 * Reads « {lastName}, {firstName} ({id}) ». Refused: a token that is not one (`naming/unknown-token`), a template that
 * could name nobody (`naming/names-nobody`), two free texts with nothing between them (`naming/ambiguous`).
 */
export function parseOfficeTemplate(pattern: string): Result<OfficeTemplate> {
  const pieces: Piece[] = [];
  for (const [part] of pattern.normalize('NFC').matchAll(/\{[^}]*\}|<[^>]*>|[^{<]+|[{<]/g)) {
    const token = tokenOf(part);
    if (token === null && /^[{<]/.test(part)) return err(appError('naming/unknown-token'));
    pieces.push(token === null ? { kind: 'text', text: part } : { kind: 'token', token });
  }
  const tokens = pieces.flatMap((piece) => (piece.kind === 'token' ? [piece.token] : []));
  if (!tokens.some((token) => TELLING.includes(token))) return err(appError('naming/names-nobody'));
  const run = pieces.some((piece, index) => isFree(piece) && isFree(pieces[index + 1]));
  return run ? err(appError('naming/ambiguous')) : ok({ pattern, pieces });
}

const isIgnored = (piece: Piece | undefined): boolean => piece?.kind === 'token' && piece.token === 'ignore';
const isFree = (piece: Piece | undefined): boolean => piece?.kind === 'token' && FREE.includes(piece.token);

function tokenOf(part: string): TemplateToken | null {
  const scanDoc = SCANDOC[part.toUpperCase()];
  if (scanDoc !== undefined) return scanDoc;
  const name = /^\{\s*(\w+)\s*\}$/.exec(part)?.[1];
  return (Object.keys(TOKENS) as TemplateToken[]).find((token) => token === name) ?? null;
}

/** The stem read by the template, or `null` when it does not follow it wholly. */
export function parseByTemplate(stem: string, { pieces }: OfficeTemplate): ParsedFileName | null {
  const order: TemplateToken[] = [];
  const source = pieces.map((piece, index) => {
    if (piece.kind === 'text') return separator(piece.text, [pieces[index - 1], pieces[index + 1]].some(isIgnored));
    order.push(piece.token);
    return `(${TOKENS[piece.token]})`;
  });
  const found = new RegExp(`^${source.join('')}$`, 'iu').exec(stem);
  if (found === null) return null;
  const value = (token: TemplateToken): string | null => {
    const index = order.indexOf(token);
    return index < 0 ? null : (found[index + 1]?.trim() ?? null);
  };
  const id = value('id');
  const identifier: NamedIdentifier | null = id === null ? null : readSinPart(id);
  const doc = value('doc');
  const form = doc === null ? null : readDocumentWord(doc);
  if ((id !== null && identifier === null) || (doc !== null && form === null)) return null;
  const shortYear = value('shortYear');
  const year = value('year') ?? (shortYear === null ? null : `20${shortYear}`);
  return parsed('N9', {
    identifier,
    clientNumber: value('clientNumber')?.replace(/^#/, '') ?? null,
    name: nameOf(value),
    taxYear: year === null ? null : readYear(year),
    form,
  });
}

function nameOf(value: (token: TemplateToken) => string | null): string | null {
  const parts = [value('firstName'), value('lastName')].flatMap((part) => part ?? []);
  const name = value('name') ?? (value('lastName') === null ? null : parts.join(' '));
  return name === null ? null : spacedName(name);
}

/** Literal text; any dash where the template has one; spaces beside punctuation may be missing, between two tokens not. */
const separator = (text: string, besideIgnored: boolean): string =>
  text.trim() === '' && !besideIgnored
    ? ' +'
    : text
        .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
        .replace(/[-–—]/g, '[-–—]')
        .replace(/ +/g, ' *');
