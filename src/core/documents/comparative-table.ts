import { findDtMaxHeader } from './find-tax-year';
import type { PageText, TextLine, TextWord } from './page-text';

/**
 * A DT Max « Sommaire comparatif - T1 » or « - TP1 » page: official lines over several tax years (domain facts §1.2).
 * Read by line numbers and year headings, never by position: the layout changes from one version to the next.
 */
export interface ComparativeTable {
  /** Newest last, as many as are printed. */
  readonly years: readonly number[];
  /** `null`: the line is not printed (which is not the same as nil). `undefined` never: nil is 0. */
  readonly amount: (line: string, year: number) => number | null;
}

/** A heading of fewer years may be a sentence about two of them. */
const FEWEST_YEARS = 3;
/** An amount belongs to the column whose right edge is no further than this share of the columns' distance. */
const COLUMN_SHARE = 0.6;

/** `null` unless the page bears DT Max's header and a row of tax years. */
export function comparativeTable(page: PageText): ComparativeTable | null {
  if (findDtMaxHeader(page) === null) return null;
  const heading = page.lines.find((line) => yearWords(line).length >= FEWEST_YEARS);
  if (heading === undefined) return null;
  const columns = yearWords(heading).map((word) => ({ year: Number(word.text), right: rightOf(word) }));
  const step = Math.min(...columns.slice(1).map(({ right }, index) => Math.abs(right - (columns[index]?.right ?? 0))));
  const rows = page.lines.filter((line) => line !== heading && line.rect[1] < heading.rect[1]);
  return {
    years: columns.map(({ year }) => year).toSorted((a, b) => a - b),
    amount: (number, year) => {
      const column = columns.find((known) => known.year === year);
      if (column === undefined) return null;
      for (const row of rows) {
        if (!row.words.some(({ text }) => text.replace(/[^\d]/g, '') === number && text.length <= number.length + 2))
          continue;
        const value = amountAt(row, number, column.right, step * COLUMN_SHARE);
        if (value !== null) return value;
      }
      return null;
    },
  };
}

const yearWords = (line: TextLine): TextWord[] => line.words.filter(({ text }) => /^20[0-3]\d$/.test(text));
const rightOf = ({ rect }: TextWord): number => rect[0] + rect[2];

/** The amount whose right edge is nearest the column's; digits parted by thin spaces are joined again. */
function amountAt(row: TextLine, number: string, right: number, within: number): number | null {
  const amounts = joinThousands(row.words.filter(({ text }) => text.replace(/\D/g, '') !== number));
  const near = amounts
    .map(({ text, end }) => ({ value: parseAmount(text), gap: Math.abs(end - right) }))
    .filter((it): it is { value: number; gap: number } => it.value !== null && it.gap <= within);
  near.sort((a, b) => a.gap - b.gap);
  return near[0]?.value ?? null;
}

/** « 12 » « 345,67 » printed apart by a space narrower than the figures' height are one amount. */
function joinThousands(words: readonly TextWord[]): { readonly text: string; readonly end: number }[] {
  const joined: { text: string; end: number; height: number }[] = [];
  for (const { text, rect } of words) {
    const last = joined.at(-1);
    const follows = last !== undefined && rect[0] - last.end < 0.6 * last.height;
    if (
      last &&
      follows &&
      /^[-(]?\d{1,3}$/.test(last.text.replace(/[ \u00a0]/g, '').slice(-4)) &&
      /^\d{3}(?:[.,]\d\d)?\)?$/.test(text)
    ) {
      last.text += text;
      last.end = rect[0] + rect[2];
    } else joined.push({ text, end: rect[0] + rect[2], height: rect[3] });
  }
  return joined;
}

/**
 * Dollars of « 1 234,56 », « 1,234.56 », « (1 234) », « 1234- »; a dash, « néant » and « nil » are 0. `null`: no amount.
 */
export function parseAmount(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f$]/g, '');
  if (/^(?:[-–—]|néant|neant|nil)$/i.test(bare)) return 0;
  const found = /^(\()?(-)?(\d{1,3}(?:[.,\u2009]?\d{3})*|\d+)(?:[.,](\d\d))?(-|\))?$/.exec(bare);
  if (found?.[3] === undefined) return null;
  const value = Number(`${found[3].replace(/\D/g, '')}.${found[4] ?? '0'}`);
  const negative = found[2] !== undefined || found[5] === '-' || (found[1] !== undefined && found[5] === ')');
  return negative && value !== 0 ? -value : value;
}
