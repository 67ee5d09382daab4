import { isValidSin } from '../identifiers/sin';
import { parsePostalCode } from '../identifiers/postal-code';
import { foldedLine } from './folded-line';
import { findDtMaxHeader } from './find-tax-year';
import { BOXED, BUSINESS_NUMBER, MASKED, maskedTail, NINE, POSTAL_CODE } from './number-patterns';
import { lineParties } from './page-parties';
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

/** A narrow column cuts its caption short. */
const SIN_LABEL = /d'assurance soci|social insura|\bnas\b|\bsin\b/;

export function pageIdentifiers(page: PageText): PageIdentifiers {
  const text = page.lines.flatMap(readingsOf).join('\n');
  const speaksOfSins = SIN_LABEL.test(page.lines.map(foldedLine).join(' '));
  const businessNumbers = [...text.matchAll(BUSINESS_NUMBER)].map((found) => (found[1] ?? '').replace(/ /g, ''));
  const sins = sinsByParty(page, speaksOfSins);
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

function sinsByParty(page: PageText, speaksOfSins: boolean): SinSighting[] {
  const parties = lineParties(page);
  const all: readonly Party[] = ['own', 'spouse', 'other'];
  return all.flatMap((party) => {
    const text = page.lines.flatMap((line, index) => (parties[index] === party ? readingsOf(line) : [])).join('\n');
    const nine = [...text.matchAll(NINE)].map((found) => `${found[1]}${found[3]}${found[4]}`);
    const boxed = [...text.matchAll(BOXED)].map((found) => (found[1] ?? '').replace(/ /g, ''));
    const tails = [...text.matchAll(MASKED)].map(maskedTail);
    return [
      ...unique([...nine, ...boxed]).map((digits) => {
        return { digits, masked: false, plausible: speaksOfSins && isValidSin(digits), party };
      }),
      ...unique(tails).map((digits) => ({ digits, masked: true, plausible: true, party })),
    ];
  });
}

/** A line as a whole, then cell by cell: numbers of two cells must not run together. */
const readingsOf = (line: TextLine): string[] => [line.text, ...cellsOf(line)];

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
