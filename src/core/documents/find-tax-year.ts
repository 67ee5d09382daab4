import type { FormSighting } from '../forms/detect-form';
import { foldText } from '../fold-text';
import type { PageText } from './page-text';

const LABEL = "(?:tax(?:ation)? year|annee d'imposition|annee d imposition)";
const YEAR = '(20[12]\\d)';
const LABEL_THEN_YEAR = new RegExp(`\\b${LABEL}\\b[^0-9]{0,16}${YEAR}\\b`);
const YEAR_THEN_LABEL = new RegExp(`\\b${YEAR} ?${LABEL}\\b`);
const LABEL_ALONE = new RegExp(`\\b${LABEL}\\b`);
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
  for (const line of page.lines) {
    const text = foldText(line.text);
    const found = LABEL_THEN_YEAR.exec(text) ?? YEAR_THEN_LABEL.exec(text);
    if (found?.[1]) return Number(found[1]);
    if (LABEL_ALONE.test(text)) {
      const year = yearNear(page, line.rect[0], line.rect[1], line.rect[2]);
      if (year !== null) return year;
    }
  }
  return null;
}

/** A word that is exactly a year, just above or below the label and overlapping it, as in a box under its caption. */
function yearNear(page: PageText, x: number, y: number, width: number): number | null {
  for (const line of page.lines) {
    if (Math.abs(line.rect[1] - y) > NEAR) continue;
    for (const word of line.words) {
      const [left, , length] = word.rect;
      if (/^20[12]\d$/.test(word.text) && left < x + width + NEAR && left + length > x - NEAR) return Number(word.text);
    }
  }
  return null;
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
  for (const line of page.lines) {
    const found = /\blic ?: ?[\w.-]+ ?\/ ?\d+(?:\.\d+)* ?\/ ?(\d\d)\b(?:.*?# ?([\w-]{1,12}))?/i.exec(line.text);
    if (found?.[1]) return { taxYear: 2000 + Number(found[1]), clientNumber: found[2] ?? null };
  }
  return null;
}
