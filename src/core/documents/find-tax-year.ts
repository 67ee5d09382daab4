import type { FormSighting } from '../forms/detect-form';
import { foldText } from '../fold-text';
import { foldedLine } from './folded-line';
import { foldedPage, printedPage } from './page-lookup';
import type { PageText } from './page-text';

const LABEL = "(?:tax(?:ation)? year|annee d'imposition|annee d imposition)";
const YEAR = '(20[12]\\d)';
const LABEL_THEN_YEAR = new RegExp(`\\b${LABEL}\\b[^0-9]{0,16}${YEAR}\\b`);
const YEAR_THEN_LABEL = new RegExp(`\\b${YEAR} ?${LABEL}\\b`);
const LABEL_ALONE = new RegExp(`\\b${LABEL}\\b`);
const LABEL_ANYWHERE = new RegExp(LABEL);
/** How far below (or beside) its label a year may be printed, in points. */
const NEAR = 26;

/** Forms whose printed edition is their tax year; Revenu Québec's editions are not. */
const EDITION_IS_YEAR: ReadonlySet<string> = new Set(['T183', 'T1', 'T183TRUST']);

/**
 * The tax year a document says it is for: beside its label; else the edition of a year-specific form; else the `/yy` of
 * the DT Max page header. `null` when it says nothing. Dates are never taken for years.
 */
export function findTaxYear(pages: readonly PageText[], sightings: readonly FormSighting[]): number | null {
  for (const page of pages) {
    const year = labelledYear(page);
    if (year !== null) return year;
  }
  const edition = sightings.find(
    (sighting) => sighting.edition !== null && EDITION_IS_YEAR.has(sighting.form),
  )?.edition;
  return edition ?? headerYear(pages);
}

function labelledYear(page: PageText): number | null {
  if (!LABEL_ANYWHERE.test(foldedPage(page))) return null;
  for (const line of page.lines) {
    const text = foldedLine(line);
    const found = LABEL_THEN_YEAR.exec(text) ?? YEAR_THEN_LABEL.exec(text);
    if (found?.[1]) return Number(found[1]);
    if (LABEL_ALONE.test(text)) {
      const year = yearNear(page, line.rect[0], line.rect[1], line.rect[2]);
      if (year !== null) return year;
    }
  }
  return null;
}

/**
 * A word that is exactly a year, just above or below the label and overlapping it, as in a box under its caption: the
 * nearest one. A year that ends a date is none, such as the day of printing above the form's title.
 */
function yearNear(page: PageText, x: number, y: number, width: number): number | null {
  let nearest: { readonly year: number; readonly away: number } | null = null;
  for (const line of page.lines) {
    const away = Math.abs(line.rect[1] - y);
    if (away > NEAR || away >= (nearest?.away ?? Number.POSITIVE_INFINITY)) continue;
    const word = line.words.find(({ text, rect: [left, , length] }, index) => {
      const isHere = left < x + width + NEAR && left + length > x - NEAR;
      return isHere && /^20[12]\d$/.test(text) && !endsDate(line.words.slice(0, index).map((it) => it.text));
    });
    if (word) nearest = { year: Number(word.text), away };
  }
  return nearest?.year ?? null;
}

const MONTH =
  /^(?:janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|october|november|december)$/;

/** « 7 mars » 2026, « March 7, » 2026. */
function endsDate(before: readonly string[]): boolean {
  const [last = '', previous = ''] = [...before].reverse().map((word) => foldText(word).replace(/[.,]/g, ''));
  return MONTH.test(last) || (/^\d{1,2}$/.test(last) && MONTH.test(previous));
}

function headerYear(pages: readonly PageText[]): number | null {
  for (const page of pages) {
    const header = findDtMaxHeader(page);
    if (header) return header.taxYear;
  }
  return null;
}

/** `Lic:33113/28.21/24  30 avr 2025  #1962` at the edge of every DT Max page: tax year and client number. */
export interface DtMaxHeader {
  readonly taxYear: number;
  readonly clientNumber: string | null;
}

export function findDtMaxHeader(page: PageText): DtMaxHeader | null {
  if (!/\blic ?:/i.test(printedPage(page))) return null;
  for (const line of page.lines) {
    const found = /\blic ?: ?[\w.-]+ ?\/ ?\d+(?:\.\d+)* ?\/ ?(\d\d)\b(?:.*?# ?([\w-]{1,12}))?/i.exec(line.text);
    if (found?.[1]) return { taxYear: 2000 + Number(found[1]), clientNumber: found[2] ?? null };
  }
  return null;
}
