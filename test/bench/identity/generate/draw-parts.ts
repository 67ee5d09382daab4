import type { Random } from '../../../fixtures/generate/random';
import type { PageWriter } from './page-writer';
import { labelOf, wordsOf } from './labels';
import type { LabelKey } from './labels';
import { fullName } from './people';
import type { PrintStyle } from './print-style';
import { printedSin } from './print-style';
import type { OfficePerson } from './shapes';
import { printedName } from './written-name';

/** What one document prints. `sin` is what the taxpayer's cell says, which a fault may falsify. */
export interface Draft {
  readonly person: OfficePerson;
  readonly style: PrintStyle;
  readonly random: Random;
  readonly taxYear: number;
  readonly sin: string | null;
  readonly returnKind: 'initial' | 'amended' | 'pre-bankruptcy' | 'post-bankruptcy' | 'rights-or-things';
  /** Last day of a corporation's or trust's year, ISO. */
  readonly periodEnd: string;
  readonly refund: number;
  /** The preparer's name, who may be a client too. */
  readonly preparer: string;
  readonly find: (key: string) => OfficePerson;
}

export const say = ({ person, style }: Draft, fr: string, en: string): string =>
  wordsOf(person.language, style) === 'fr' ? fr : en;

export const label = ({ person, style }: Draft, key: LabelKey): string => labelOf(key, person.language, style);

/** A person's whole name, as this print writes names. */
export const nameOf = ({ style }: Draft, person: OfficePerson): string => printedName(fullName(person), style);

export function nameCells(draft: Draft, person: OfficePerson): (readonly [string, string])[] {
  const { style } = draft;
  if (person.first === '') return [[say(draft, 'Nom', 'Name'), person.last]];
  const [given, family] = [printedName(person.first, style), printedName(person.last, style)];
  const first = [label(draft, 'first'), given] as const;
  const last = [label(draft, 'last'), family] as const;
  switch (style.name) {
    case 'first-last':
      return [[label(draft, 'full'), `${given} ${family}`]];
    case 'last-comma-first':
      return [[label(draft, 'reversed'), `${family}, ${given}`]];
    case 'upper-last-comma-first':
      return [[label(draft, 'reversed'), `${family.toLocaleUpperCase('fr-CA')}, ${given}`]];
    case 'first-last-cells':
      return [first, last];
    case 'last-first-cells':
      return [last, first];
  }
}

export const sinCells = (draft: Draft, sin: string | null): (readonly [string, string])[] =>
  sin === null ? [] : [[label(draft, 'sin'), printedSin(sin, draft.style.sin)]];

/** Whose page it is, and where they live, in this style's order. */
export function identification(writer: PageWriter, draft: Draft): void {
  const { person, style } = draft;
  const own = [...nameCells(draft, person), ...sinCells(draft, draft.sin)];
  const address: (readonly [string, string])[] = [
    [label(draft, 'address'), person.street],
    [label(draft, 'city'), `${person.city} ${person.province} ${person.postalCode}`],
  ];
  writer.line(label(draft, 'identification'));
  if (style.sinFirst) own.reverse();
  if (style.addressFirst) writer.cells(address).cells(own);
  else writer.cells(own).cells(address);
}

/** The top of every page: DT Max prints its header; the others what their style says. */
export function pageTop(writer: PageWriter, draft: Draft, first: boolean): void {
  const { person, style } = draft;
  if (style.software === 'dt-max') dtMaxHeader(writer, draft);
  if (first) return;
  const sin = draft.sin === null ? '' : `${say(draft, 'NAS', 'SIN')} ${printedSin(draft.sin, style.sin)}`;
  switch (style.continuation) {
    case 'name-and-sin':
      writer.row([
        [style.margin, nameOf(draft, person)],
        [style.page[0] - 240, sin],
      ]);
      break;
    case 'name':
      writer.line(nameOf(draft, person));
      break;
    case 'sin':
      writer.line(sin);
      break;
    case 'bare-sin':
      writer.line(draft.sin === null ? '' : printedSin(draft.sin, style.sin));
      break;
    case 'nothing':
      break;
  }
}

function dtMaxHeader(writer: PageWriter, { person, style, random, taxYear }: Draft): void {
  const parts = [
    `Lic:33113/29.12/${String(taxYear % 100)}`,
    `${random.whole(1, 28)} mars ${taxYear + 1}`,
    `#${person.number ?? ''}`,
  ];
  const [width] = style.page;
  if (style.header === 'line') writer.line(parts.join('  '));
  else if (style.header === 'foot') writer.foot(parts.join('  '));
  else writer.row(parts.map((part, index) => [style.margin + (index * (width - 160)) / 2.4, part] as const));
}

export function formMark(writer: PageWriter, draft: Draft, code: string, title: string, top: boolean): void {
  const { formMark: mark } = draft.style;
  if (top && (mark === 'title-and-code' || mark === 'code-bottom')) writer.line(title);
  if (top && mark === 'code-top') writer.line(code);
  if (!top && mark !== 'code-top') writer.foot(code);
}

export function yearMark(writer: PageWriter, draft: Draft): void {
  const year = String(draft.taxYear);
  const label = say(draft, 'Année d’imposition', 'Tax year');
  switch (draft.style.yearMark) {
    case 'label-inline':
      writer.line(`${label} ${year}`);
      break;
    case 'label-below':
      writer.line(label).line(year);
      break;
    case 'title':
      writer.line(say(draft, `Année d’imposition : ${year}`, `For the ${year} tax year`));
      break;
  }
  const kinds = {
    initial: ['', ''],
    amended: ['Déclaration modifiée', 'Amended return'],
    'pre-bankruptcy': ['Déclaration antérieure à la faillite', 'Pre-bankruptcy return'],
    'post-bankruptcy': ['Déclaration postérieure à la faillite', 'Post-bankruptcy return'],
    'rights-or-things': ['Déclaration pour droits ou biens', 'Return for rights or things'],
  } as const;
  const [fr, en] = kinds[draft.returnKind];
  if (fr !== '') writer.line(say(draft, fr, en));
}

export const money = (amount: number): string => Math.abs(amount).toFixed(2);
