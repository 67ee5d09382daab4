import { isValidSin } from '../identifiers/sin';
import { parsePostalCode } from '../identifiers/postal-code';
import { findDtMaxHeader } from './find-tax-year';
import { foldedLine } from './folded-line';
import { lineCells } from './line-cells';
import { isOtherNumber, namesSin } from './number-label';
import { BOXED, BUSINESS_NUMBER, MASKED, maskedTail, MAY_HOLD_NUMBER, NINE, POSTAL_CODE } from './number-patterns';
import { kindOfPage } from './page-kind';
import type { PageKind } from './page-kind';
import { printedPage } from './page-lookup';
import { partyLines } from './page-parties';
import type { PartyLine } from './page-parties';
import type { Party } from './party-words';
import type { PageText, TextLine } from './page-text';
import { withoutOverprint } from './without-overprint';

/** A SIN as printed: whole, or the last three or four digits of a masked one; and of whom its place on the page speaks. */
export interface SinSighting {
  readonly digits: string;
  readonly masked: boolean;
  /** Whole: passes Luhn, is printed as a SIN or on a page that speaks of them, and has no other label. A masked one is. */
  readonly plausible: boolean;
  readonly party: Party;
}

/** What a page says of whose it is. Digits never leave the worker. */
export interface PageIdentifiers {
  readonly page: number;
  readonly kind: PageKind | null;
  /** Nine-digit numbers. `plausible`: it is a SIN even when nobody's. */
  readonly nineDigits: readonly { readonly digits: string; readonly plausible: boolean }[];
  /** The last three or four digits of masked SINs. */
  readonly maskedSuffixes: readonly string[];
  /** Each once for every party it stands with. */
  readonly sins: readonly SinSighting[];
  /** Nine digits that bear a program account (`RC0001`). */
  readonly businessNumbers: readonly string[];
  /** Of these, the page's own taxpayer's: not those of related corporations, payers or preparers. */
  readonly ownBusinessNumbers: readonly string[];
  readonly postalCodes: readonly string[];
  /** Of these, such as stand by a masked SIN of the page's own taxpayer. */
  readonly homePostalCodes: readonly string[];
  /** The DT Max header's `#client`. */
  readonly clientNumber: string | null;
}

export function pageIdentifiers(page: PageText): PageIdentifiers {
  const parts = MAY_HOLD_NUMBER.test(printedPage(page))
    ? partyLines(page)
        .filter(({ line }) => MAY_HOLD_NUMBER.test(line.text) || mayHoldBroken(line))
        .map((part) => ({ ...part, readings: readingsOf(part.line) }))
    : [];
  const own = parts.filter(({ party }) => party === 'own');
  const sins = sinsByParty(page, parts);
  const whole = new Map<string, boolean>();
  for (const { digits, masked, plausible } of sins) {
    if (!masked) whole.set(digits, plausible || whole.get(digits) === true);
  }
  return {
    page: page.page,
    kind: kindOfPage(page),
    nineDigits: [...whole].map(([digits, plausible]) => ({ digits, plausible })),
    maskedSuffixes: unique(sins.flatMap(({ digits, masked }) => (masked ? [digits] : []))),
    sins,
    businessNumbers: businessNumbersIn(parts),
    ownBusinessNumbers: businessNumbersIn(own),
    postalCodes: postalCodesIn(parts),
    homePostalCodes: postalCodesIn(besideNumber(own)),
    clientNumber: findDtMaxHeader(page)?.clientNumber ?? null,
  };
}

/** A number that its own caption, printed over it, breaks up. */
const mayHoldBroken = (line: TextLine): boolean => /\d\D{2,9}\d/.test(line.text) && withoutOverprint(line) !== null;

/** A line that may hold a number, and the ways to read it. */
interface NumberLine extends PartyLine {
  readonly readings: readonly string[];
}

const textOf = (parts: readonly NumberLine[]): string => parts.flatMap(({ readings }) => readings).join('\n');

const businessNumbersIn = (parts: readonly NumberLine[]): string[] =>
  unique([...textOf(parts).matchAll(BUSINESS_NUMBER)].map((found) => (found[1] ?? '').replace(/ /g, '')));

const postalCodesIn = (parts: readonly NumberLine[]): string[] =>
  unique([...textOf(parts).matchAll(POSTAL_CODE)].flatMap((found) => parsePostalCode(`${found[1]}${found[2]}`) ?? []));

/** How far from a masked SIN its owner's address may stand, in points: further down it may be a firm's. */
const SAME_BLOCK = 80;

function besideNumber(own: readonly NumberLine[]): NumberLine[] {
  const masked = own.filter(({ readings }) => readings.some((text) => text.search(MASKED) >= 0));
  return own.filter(({ line }) => masked.some((it) => Math.abs(it.line.rect[1] - line.rect[1]) <= SAME_BLOCK));
}

const PARTIES: readonly Party[] = ['own', 'recipient', 'spouse', 'other'];

function sinsByParty(page: PageText, parts: readonly NumberLine[]): SinSighting[] {
  if (parts.length === 0) return [];
  const speaksOfSins = namesSin(page.lines.map(foldedLine).join(' '));
  const sightings = parts.flatMap((part) =>
    sinsOf(page, part, speaksOfSins).map((it) => ({ ...it, party: part.party })),
  );
  return PARTIES.flatMap((party) => {
    const theirs = new Map<string, SinSighting>();
    for (const it of sightings) {
      if (it.party !== party) continue;
      const key = `${it.masked}${it.digits}`;
      if (it.plausible || !theirs.has(key)) theirs.set(key, it);
    }
    const all = [...theirs.values()];
    return [...all.filter(({ masked }) => !masked), ...all.filter(({ masked }) => masked)];
  });
}

function sinsOf(page: PageText, { line, readings }: NumberLine, speaksOfSins: boolean): Omit<SinSighting, 'party'>[] {
  return readings.flatMap((text) => {
    const whole = [
      ...[...text.matchAll(NINE)].map((found) => ({ found, digits: `${found[1]}${found[3]}${found[4]}` })),
      ...[...text.matchAll(BOXED)].map((found) => ({ found, digits: found[0].replace(/ /g, '') })),
    ];
    const isOther = (found: RegExpExecArray) => {
      const at = line.text.indexOf(found[0]);
      return at >= 0 && isOtherNumber(page, line, at, found[0].length);
    };
    return [
      ...whole.map(({ found, digits }) => {
        const isMeant = isValidSin(digits) && (speaksOfSins || /\D/.test(found[0]));
        return { digits, masked: false, plausible: isMeant && !isOther(found) };
      }),
      ...[...text.matchAll(MASKED)]
        .filter((found) => !isOther(found))
        .map((found) => ({ digits: maskedTail(found), masked: true, plausible: true })),
    ];
  });
}

/** A line as a whole, then cell by cell: numbers of two cells must not run together, nor a caption break into one. */
function readingsOf(line: TextLine): string[] {
  if (line.angle !== undefined) return [line.text];
  const cells = lineCells(line);
  const texts = cells.length > 1 ? [withBarriers(line), ...cells.map(({ text }) => text)] : [line.text];
  const words = withoutOverprint(line);
  return words === null ? texts : [...texts, withBarriers({ ...line, words })];
}

/** A gap wider than this many times the text's height parts columns: no number runs across, but one digit a box. */
const COLUMN_GAP = 3;

function withBarriers({ words, rect }: TextLine): string {
  let text = '';
  let previous: TextLine['words'][number] | undefined;
  for (const word of words) {
    const isFar = previous !== undefined && word.rect[0] - previous.rect[0] - previous.rect[2] > COLUMN_GAP * rect[3];
    const isBox = word.text.length === 1 && previous?.text.length === 1;
    text += previous === undefined ? word.text : `${isFar && !isBox ? '\t' : ' '}${word.text}`;
    previous = word;
  }
  return text;
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
