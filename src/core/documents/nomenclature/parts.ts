import type { FormCode } from '../../forms/form-code';
import { foldText } from '../../fold-text';
import type { NamedIdentifier, ParsedFileName } from '../file-name';
import type { NamingCode } from '../document-row';

const MASKED = /^[*•●xX#]{3}[ .-]?[*•●xX#]{2,3}[ .-]?[*•●xX#]?(\d{3,4})$/;
const GROUPED_NINE = /^\d{3}([ .-]?)\d{3}\1\d{3}$/;

/**
 * A whole part of a file name as a SIN: nine digits (spaces, dashes or dots between groups), or a mask and its last
 * digits. The whole part, so that a numbered company (`9475-3381 Québec inc.`), whose digits are its name, is never one.
 */
export function readSinPart(part: string): NamedIdentifier | null {
  const text = part.trim();
  if (GROUPED_NINE.test(text)) return { kind: 'sin', digits: text.replace(/\D/g, '') };
  const masked = MASKED.exec(text);
  return masked?.[1] ? { kind: 'masked', suffix: masked[1] } : null;
}

export function readYear(part: string): number | null {
  return /^20[12]\d$/.test(part.trim()) ? Number(part.trim()) : null;
}

const DOCUMENT_WORDS: readonly (readonly [RegExp, FormCode])[] = [
  [/^t183 ?-?corp$/, 'T183CORP'],
  [/^t183 ?-?trust$/, 'T183TRUST'],
  [/^t183$/, 'T183'],
  [/^tp-?1000(?:\.?te)?$/, 'TP-1000.TE'],
  [/^co-?1000(?:\.?te)?$/, 'CO-1000.TE'],
  [/^t1$/, 'T1'],
  [/^tp-?1$/, 'TP-1'],
  [/^t2$/, 'T2'],
  [/^co-?17$/, 'CO-17'],
  [/^t3$/, 'T3'],
  [/^mr-?69$/, 'MR-69'],
  [/^aut-?01$/, 'AUT-01'],
  [/^t1135$/, 'T1135'],
  [/^tp-?274$/, 'TP-274'],
  [/^(?:lettre de mission|engagement letter)$/, 'ENGAGEMENT'],
  [/^(?:lettre|letter|lettre au client|client letter)$/, 'CLIENT-LETTER'],
  [/^(?:facture|invoice)$/, 'INVOICE'],
  [/^(?:acomptes?(?: provisionnels?)?|instalments?)$/, 'INSTALMENTS'],
];

/** Any document word, as a piece of a pattern (ignoring case). */
export const DOCUMENT_PATTERN = DOCUMENT_WORDS.map(([pattern]) => pattern.source.slice(1, -1)).join('|');

export function readDocumentWord(part: string): FormCode | null {
  const text = foldText(part);
  return DOCUMENT_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** A person's or company's name: at least two letters, and not a document word. */
export function readName(part: string): string | null {
  const text = spacedName(part);
  return /\p{L}.*\p{L}/u.test(text) && readDocumentWord(text) === null ? text : null;
}

/** `Jean_Roy` is parted by underscores; beside spaces, `C_t_ Jean`, they stand for letters that were lost. */
export const spacedName = (part: string): string =>
  (/\S\s+\S/.test(part) ? part : part.replace(/_/g, ' ')).replace(/\s+/g, ' ').trim();

export const looksLikeClientNumber = (part: string): boolean =>
  /^#?[A-Za-z]{0,4}\d[\w.-]{0,11}$/.test(part.trim()) && readSinPart(part) === null && readYear(part) === null;

/** « A - B - C »: parts between spaced dashes, so that compound names and numbered companies stay whole. */
export const splitParts = (stem: string): string[] =>
  stem.split(/ +[-–—] +|(?<=\d{9})-(?=\p{L})/u).map((part) => part.trim());

export const parsed = (naming: NamingCode, found: Partial<Omit<ParsedFileName, 'naming'>>): ParsedFileName => ({
  naming,
  identifier: found.identifier ?? null,
  clientNumber: found.clientNumber ?? null,
  name: found.name ?? null,
  taxYear: found.taxYear ?? null,
  form: found.form ?? null,
});

/** « Lettre de mission 2025 »: words that belong together, and the year before or after them; else word by word. */
function piecesOf(part: string): readonly string[] {
  const [, before, words = '', after] = /^(?:(20[12]\d) )?(.+?)(?: (20[12]\d))?$/.exec(part) ?? [];
  if (readDocumentWord(words) === null) return part.split(' ');
  return [before, words, after].filter((piece) => piece !== undefined);
}

/** Reads trailing parts that are a year or a document word; `null` when one of them is neither. */
export function readSuffixes(parts: readonly string[]): { taxYear: number | null; form: FormCode | null } | null {
  let taxYear: number | null = null;
  let form: FormCode | null = null;
  for (const word of parts.flatMap(piecesOf)) {
    const year = readYear(word);
    const document = readDocumentWord(word);
    if (year === null && document === null) return null;
    taxYear ??= year;
    form ??= document;
  }
  return { taxYear, form };
}
