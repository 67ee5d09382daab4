import { FORM_CATALOG } from '../forms/catalog';
import { PLACEHOLDERS, templateParts } from './placeholders';

/** A subject is read on a locked phone, by whoever holds it: it says nothing of a return. */
export type SubjectProblem = 'amount' | 'identifier' | 'date' | 'form' | 'place';

const SEPARATOR = String.raw`[\s.,/_\-]{0,3}`;
/** Nine digits however they are grouped, or masked with their last three. Ten (a phone number) are no SIN. */
const IDENTIFIER = new RegExp(String.raw`(?<!\d${SEPARATOR})\d(?:${SEPARATOR}\d){8}(?!${SEPARATOR}\d)`, 'u');
/** By threes, whatever figures stand before them. */
const NINE_TOGETHER = /(?<!\d)\d{3}[\s.\-]?\d{3}[\s.\-]?\d{3}(?!\d)/u;
const MASKED = /[•*x]{3}[\s.\-]?[•*x]{3}[\s.\-]?\d{3}(?!\d)/iu;

const AMOUNT = /\d[\d\s.,]*(?:\$|€|(?:dollars?|CAD|USD)\b)|(?:\$|€|\b(?:CAD|USD))\s*\d|\d[\s.,]?\d{3}[.,]\d{2}(?!\d)/iu;

const MONTHS = 'janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|jan|feb|mar|apr|may|jun|jul|aug|sep'.split('|');
const MONTH = `(?:${MONTHS.join('|')})[a-z]*\\.?`;
const YEAR = String.raw`(?:1[89]|20)\d\d`;
/** A whole day: year, month and day, in figures or in words. A year alone, or a month and a year, is no birth date. */
const DATES = [
  new RegExp(String.raw`(?<!\d)${YEAR}[\s./\-]{1,3}(?:0?[1-9]|1[0-2])[\s./\-]{1,3}(?:0?[1-9]|[12]\d|3[01])(?!\d)`, 'u'),
  new RegExp(
    String.raw`(?<!\d)(?:0?[1-9]|[12]\d|3[01])[\s./\-]{1,3}(?:0?[1-9]|[12]\d|3[01])[\s./\-]{1,3}${YEAR}(?!\d)`,
    'u',
  ),
  /(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2}(?!\d)/u,
  new RegExp(String.raw`(?<!\d)${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)`, 'u'),
  new RegExp(String.raw`(?<!\d)\d{1,2}(?:er|st|nd|rd|th)?[\s\-]*(?:de\s)?${MONTH}[\s,\-]*${YEAR}(?!\d)`, 'iu'),
  new RegExp(String.raw`(?<!\p{L})${MONTH}\s*\d{1,2}(?:er|st|nd|rd|th)?[\s,]+${YEAR}(?!\d)`, 'iu'),
];

/** Those of the catalog, and the families they come from: T4, RL-1, TP-518, RC4649… */
const OF_CATALOG = Object.keys(FORM_CATALOG)
  .filter((code) => /\d/.test(code))
  .map((code) => code.replaceAll('.', String.raw`\.`).replace(/-?(?=\d)/, String.raw`[\s\-]?`));
const FAMILIES = [
  String.raw`T-?\d{1,4}`,
  String.raw`(?:TP|CO|RC|RL|MR|AUT)-?\d{1,4}(?:\.[A-Z0-9.\-]+)?`,
  String.raw`(?:FP|IN|LE|LM|VD|TX)-\d{1,4}(?:\.[A-Z0-9.\-]+)?`,
  String.raw`releves?[\s\-]\d{1,2}`,
  String.raw`GST\d{2,3}`,
];
/** Letters may follow (T183CORP, T2SCH50); a longer number is something else. */
const FORM = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${[...OF_CATALOG, ...FAMILIES].join('|')})(?!\p{N})`, 'iu');

/** Figures of any script's width, spaces of any kind, dashes and accents are one and the same. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/\p{Zs}/gu, ' ');

/** Everything that a subject may not show, in the order in which it is told; empty when it may leave. */
export function subjectProblems(subject: string): readonly SubjectProblem[] {
  const text = plain(subject);
  const problems: SubjectProblem[] = [];
  if (AMOUNT.test(text)) problems.push('amount');
  if (DATES.some((date) => date.test(text))) problems.push('date');
  if (IDENTIFIER.test(text) || NINE_TOGETHER.test(text) || MASKED.test(text)) problems.push('identifier');
  if (FORM.test(text)) problems.push('form');
  const isBodyOnly = (name: string): boolean => PLACEHOLDERS.some((known) => known.name === name && !known.inSubject);
  if (templateParts(subject).some((part) => part.kind === 'known' && isBodyOnly(part.name))) problems.push('place');
  return problems;
}
