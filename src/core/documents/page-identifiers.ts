import { isValidSin } from '../identifiers/sin';
import { parsePostalCode } from '../identifiers/postal-code';
import { foldedLine } from './folded-line';
import { findDtMaxHeader } from './find-tax-year';
import { BOXED, BUSINESS_NUMBER, MASKED, maskedTail, NINE, POSTAL_CODE } from './number-patterns';
import { partiesOf, printedPage } from './page-lookup';
import type { Party } from './page-parties';
import type { PageText, TextLine } from './page-text';

/** A SIN as printed: whole, or the last three or four digits of a masked one; and of whom its place on the page speaks. */
export interface SinSighting {
  readonly digits: string;
  readonly masked: boolean;
  /** Whole: passes Luhn on a page that speaks of SINs. A masked one always is. */
  readonly plausible: boolean;
  readonly party: Party;
}

/** What a page says of whose it is. Digits never leave the worker. */
export interface PageIdentifiers {
  readonly page: number;
  /** Nine-digit numbers. `plausible`: passes Luhn on a page that speaks of SINs, so it is one even when nobody's. */
  readonly nineDigits: readonly { readonly digits: string; readonly plausible: boolean }[];
  /** The last three or four digits of masked SINs. */
  readonly maskedSuffixes: readonly string[];
  /** Each once for every party it stands with. */
  readonly sins: readonly SinSighting[];
  /** Nine digits that bear a program account (`RC0001`). */
  readonly businessNumbers: readonly string[];
  readonly postalCodes: readonly string[];
  /** The DT Max header's `#client`. */
  readonly clientNumber: string | null;
}

/** Every number looked for has one of these in it: most lines need no closer look. */
const MAY_HOLD_NUMBER =
  /\d{3}[ .-]?\d{3}[ .-]?\d{3}|\d{5} ?\d{4}|\d(?: \d){8}|[*•●■xX#]{3}|[a-zA-Z]\d[a-zA-Z][ -]?\d[a-zA-Z]\d/;
/** A program account at a line's start: the number at the end of the line before it is no SIN. */
const ACCOUNT_FIRST = /^\s?R[CTPZ]\s?\d{4}/;

/** A narrow column cuts its caption short. */
const SIN_LABEL = /d'assurance soci|social insura|\bnas\b|\bsin\b/;

export function pageIdentifiers(page: PageText): PageIdentifiers {
  const readings = MAY_HOLD_NUMBER.test(printedPage(page)) ? page.lines.map(readingsOf) : [];
  const text = readings.flat().join('\n');
  const businessNumbers = [...text.matchAll(BUSINESS_NUMBER)].map((found) => (found[1] ?? '').replace(/ /g, ''));
  const sins = text === '' ? [] : sinsByParty(page, readings);
  const speaksOfSins = sins.length > 0 && saysSin(page);
  const whole = unique(sins.flatMap(({ digits, masked }) => (masked ? [] : [digits])));
  return {
    page: page.page,
    nineDigits: whole.map((digits) => ({ digits, plausible: speaksOfSins && isValidSin(digits) })),
    maskedSuffixes: unique(sins.flatMap(({ digits, masked }) => (masked ? [digits] : []))),
    sins,
    businessNumbers: unique(businessNumbers),
    postalCodes: unique(
      [...text.matchAll(POSTAL_CODE)].flatMap((found) => parsePostalCode(`${found[1]}${found[2]}`) ?? []),
    ),
    clientNumber: findDtMaxHeader(page)?.clientNumber ?? null,
  };
}

function sinsByParty(page: PageText, readings: readonly (readonly string[])[]): SinSighting[] {
  const parties = partiesOf(page);
  const all: readonly Party[] = ['own', 'spouse', 'other'];
  return all.flatMap((party) => {
    const text = readings
      .filter((_, index) => parties[index] === party)
      .flat()
      .join('\n');
    if (text === '') return [];
    const nine = [...text.matchAll(NINE)].map((found) => `${found[1]}${found[3]}${found[4]}`);
    const boxed = [...text.matchAll(BOXED)].map((found) => (found[1] ?? '').replace(/ /g, ''));
    const tails = [...text.matchAll(MASKED)].map(maskedTail);
    return [
      ...unique([...nine, ...boxed]).map((digits) => {
        return { digits, masked: false, plausible: isValidSin(digits) && saysSin(page), party };
      }),
      ...unique(tails).map((digits) => ({ digits, masked: true, plausible: true, party })),
    ];
  });
}

const saysSin = (page: PageText): boolean => SIN_LABEL.test(page.lines.map(foldedLine).join(' '));

/** A line as a whole, then cell by cell: numbers of two cells must not run together. */
function readingsOf(line: TextLine): string[] {
  if (MAY_HOLD_NUMBER.test(line.text)) return [line.text, ...cellsOf(line)];
  const account = ACCOUNT_FIRST.exec(line.text)?.[0];
  return [account ?? ''];
}

/** A gap wider than this many times the text's height parts two cells of one line, whose numbers must not run together. */
const CELL_GAP = 1.2;

function cellsOf(line: TextLine): string[] {
  if (line.angle !== undefined) return [];
  const cells: string[][] = [[]];
  let end = Number.POSITIVE_INFINITY;
  for (const { text, rect } of line.words) {
    if (rect[0] - end > CELL_GAP * line.rect[3]) cells.push([]);
    cells.at(-1)?.push(text);
    end = rect[0] + rect[2];
  }
  return cells.length > 1 ? cells.map((words) => words.join(' ')) : [];
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
