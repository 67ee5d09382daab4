import { foldText } from '../fold-text';
import { foldedLine } from './folded-line';
import { cellOf, lineCells, lineOf } from './line-cells';
import type { LineCell } from './line-cells';
import { kindOfPage } from './page-kind';
import { isOwnHeading, partyNamedBy, PREPARER_LABEL } from './party-words';
import type { Party } from './party-words';
import type { PageText, TextLine } from './page-text';

/** A line of a page, or the part of one that lies in a column, and of whom it speaks. */
export interface PartyLine {
  readonly line: TextLine;
  readonly party: Party;
}

/** Kept as long as the page's lines. */
const known = new WeakMap<readonly TextLine[], readonly PartyLine[]>();

/**
 * Of whom each line speaks, in the page's order. A heading or label that names somebody else opens a block about them,
 * down to the next heading of the taxpayer's or the page's end; beside the taxpayer's own heading or cell it opens a
 * column. A label alone also claims the value just above it, as forms print their captions under the boxes.
 */
export function partyLines(page: PageText): readonly PartyLine[] {
  const found = known.get(page.lines) ?? readParties(page);
  known.set(page.lines, found);
  return found;
}

function readParties(page: PageText): PartyLine[] {
  const kind = kindOfPage(page);
  if (kind !== null) return page.lines.map((line) => ({ line, party: kind === 'slip' ? 'recipient' : 'own' }));
  const parties: PartyLine[] = [];
  let current: Party = 'own';
  let column: Column | null = null;
  // A value may overflow into the column beside it; two lines that run across end the columns.
  let crossings = 0;
  page.lines.forEach((line, index) => {
    const text = foldedLine(line);
    const opened = current === 'own' ? columnOpenedBy(line, text) : null;
    if (opened !== null) [column, crossings] = [opened, 0];
    const cut = column === null ? null : cutBy(column, line);
    const said = opened === null ? saidOutside(cut, text) : '';
    const named = partyNamedBy(said);
    if (named !== null) {
      [current, column] = [named, null];
      const above = parties.at(-1);
      if (PREPARER_LABEL.test(said) && above?.party === 'own' && isJustAbove(page, index)) {
        parties[parties.length - 1] = { line: above.line, party: named };
      }
    } else if (isOwnHeading(said)) [current, column] = ['own', null];
    if (cut !== null && column !== null) parties.push(...cut);
    else {
      crossings += 1;
      if (crossings > 1) column = null;
      parties.push({ line, party: current });
    }
  });
  return parties;
}

/** What a line says that may open a block: beside a column, only what lies outside of it; what names its party is of it. */
function saidOutside(cut: readonly PartyLine[] | null, text: string): string {
  const inside = cut?.find(({ party }) => party !== 'own');
  if (cut === null || inside === undefined) return text;
  const outside = cut.find(({ party }) => party === 'own');
  if (outside !== undefined) return foldedLine(outside.line);
  return partyNamedBy(text) === inside.party ? '' : text;
}

/** Part of a page's width that speaks of somebody else than the lines on its left. */
interface Column {
  readonly from: number;
  readonly to: number;
  readonly party: Party;
}

/** How far left of its heading a column's values may begin, in points. */
const LEEWAY = 6;

/**
 * « Contribuable | Conjoint », « NAS | NAS du conjoint », « Nom de la fiducie | Nom du fiduciaire »: the taxpayer's cells
 * on the left, somebody else's beside them. Tables of others are of others whole: their numbers have a column of their own.
 */
function columnOpenedBy(line: TextLine, text: string): Column | null {
  if (line.angle !== undefined || !MAY_STAND_BESIDE.test(text)) return null;
  const cells = isOwnHeading(text) ? lineCells(line, LITTLE_GAP) : lineCells(line);
  const at = cells.findIndex((cell) => standsBeside(foldText(cell.text)));
  const cell = cells[at];
  if (cell === undefined || at === 0) return null;
  const next = cells[at + 1];
  return {
    from: cell.left - LEEWAY,
    to: (next?.left ?? Number.POSITIVE_INFINITY) - LEEWAY,
    party: partyNamedBy(foldText(cell.text)) ?? 'other',
  };
}

const ALONE = /\b(?:fiduciaire|trustee|signataire autorise|signing officer|preparateur|preparer)\b/;
const standsBeside = (text: string): boolean => {
  const named = partyNamedBy(text);
  return named === 'spouse' || (named === 'other' && ALONE.test(text));
};

const MAY_STAND_BESIDE = /conjoint|epou|spouse|partner|fiduciaire|trustee|signataire|signing|prepar/;

/** The line's parts outside and inside the column; `null` where its words run across: the columns have ended. */
function cutBy({ from, to, party }: Column, line: TextLine): PartyLine[] | null {
  if (line.angle !== undefined) return null;
  const cells = lineCells(line).flatMap((cell) => cutAt(cell, from));
  if (cells.some(({ left, right }) => left < from && right > from + 2 * LEEWAY)) return null;
  const isInside = ({ left }: LineCell) => left >= from && left < to;
  const outside = cells.filter((cell) => !isInside(cell));
  const inside = cells.filter(isInside);
  if (inside.length === 0) return [{ line, party: 'own' }];
  const theirs: PartyLine = { line: lineOf(inside, line), party };
  return outside.length === 0 ? [theirs] : [{ line: lineOf(outside, line), party: 'own' }, theirs];
}

/** A long label on the left may reach as far as the column, which begins after a little more than a space. */
function cutAt(cell: LineCell, from: number): LineCell[] {
  const at = cell.words.findIndex(({ rect }, index) => {
    const before = cell.words[index - 1]?.rect;
    const isHere = rect[0] >= from && rect[0] <= from + 2 * LEEWAY;
    return isHere && before !== undefined && rect[0] - before[0] - before[2] > LITTLE_GAP * rect[3];
  });
  return at <= 0 ? [cell] : [cell.words.slice(0, at), cell.words.slice(at)].map(cellOf);
}

/** A space is narrower than this share of the text's height. */
const LITTLE_GAP = 0.5;

/** How far below a value its caption may stand, in points: small print is set wide. */
const CAPTION_AWAY = 24;

/** No further than a line and a half of text, or than that. */
function isJustAbove(page: PageText, index: number): boolean {
  const [above, line] = [page.lines[index - 1], page.lines[index]];
  return (
    above !== undefined &&
    line !== undefined &&
    above.rect[1] - line.rect[1] <= Math.max(3 * line.rect[3], CAPTION_AWAY)
  );
}
