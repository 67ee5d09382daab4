import type { Random } from '../../../fixtures/generate/random';
import type { PageWriter } from './page-writer';
import { fullName } from './people';
import type { PrintStyle } from './print-style';
import { printedSin } from './print-style';
import type { OfficePerson } from './shapes';

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

export const say = ({ person }: Draft, fr: string, en: string): string => (person.language === 'fr' ? fr : en);

export const SIN_LABELS = {
  fr: ['Numéro d’assurance sociale', 'NAS', 'Numéro d’assurance sociale (NAS)'],
  en: ['Social insurance number', 'SIN', 'Social insurance number (SIN)'],
} as const;

export function nameCells(draft: Draft, person: OfficePerson): (readonly [string, string])[] {
  const { style } = draft;
  if (person.first === '') return [[say(draft, 'Nom', 'Name'), person.last]];
  const first = [say(draft, 'Prénom', 'First name'), person.first] as const;
  const last = [say(draft, 'Nom de famille', 'Last name'), person.last] as const;
  switch (style.name) {
    case 'first-last':
      return [[say(draft, 'Prénom et nom de famille', 'First and last name'), fullName(person)]];
    case 'last-comma-first':
      return [[say(draft, 'Nom, prénom', 'Last name, first name'), `${person.last}, ${person.first}`]];
    case 'first-last-cells':
      return [first, last];
    case 'last-first-cells':
      return [last, first];
  }
}

/** Whose page it is, and where they live, in this style's order. */
export function identification(writer: PageWriter, draft: Draft): void {
  const { person, style, random } = draft;
  const names = nameCells(draft, person);
  const sinLabel = random.pick(SIN_LABELS[person.language]);
  const sin = draft.sin === null ? [] : [[sinLabel, printedSin(draft.sin, style.sin)] as const];
  const address: (readonly [string, string])[] = [
    [say(draft, 'Adresse', 'Mailing address'), person.street],
    [say(draft, 'Ville', 'City'), `${person.city} ${person.province} ${person.postalCode}`],
  ];
  writer.line(say(draft, 'Partie A – Identification', 'Part A – Identification'));
  if (style.addressFirst) writer.cells(address).cells([...names, ...sin]);
  else writer.cells([...names, ...sin]).cells(address);
}

/** The top of every page: DT Max prints its header; the others what their style says. */
export function pageTop(writer: PageWriter, draft: Draft, first: boolean): void {
  const { person, style, random } = draft;
  if (style.software === 'dt-max') {
    const header = `Lic:33113/29.12/${String(draft.taxYear % 100)}  ${random.whole(1, 28)} mars ${draft.taxYear + 1}  #${person.number ?? ''}`;
    writer.line(header);
  }
  if (first) return;
  const sin = draft.sin === null ? '' : `${say(draft, 'NAS', 'SIN')} ${printedSin(draft.sin, style.sin)}`;
  switch (style.continuation) {
    case 'name-and-sin':
      writer.row([
        [style.margin, fullName(person)],
        [style.page[0] - 240, sin],
      ]);
      break;
    case 'name':
      writer.line(fullName(person));
      break;
    case 'sin':
      writer.line(sin);
      break;
    case 'nothing':
      break;
  }
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
