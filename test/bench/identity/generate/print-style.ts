import type { Random } from '../../../fixtures/generate/random';

export type SinPrint =
  | 'spaced'
  | 'dashed'
  | 'joined'
  | 'boxed'
  | 'dotted'
  | 'long-dashed'
  | 'hard-spaced'
  | 'far-groups'
  | 'x-last3'
  | 'star-last3'
  | 'x-last4'
  | 'star-last4'
  | 'dots-last4'
  | 'glued-last4'
  | 'small-x-last3'
  | 'hash-last4'
  | 'x-2-4'
  | 'boxed-x-last3'
  | 'mid-dots-last3'
  | 'blanks-last3';

/** How one software at one office prints: drawn once per batch, so that shapes differ from batch to batch and seed to seed. */
export interface PrintStyle {
  readonly software: 'dt-max' | 'taxprep';
  readonly page: readonly [width: number, height: number];
  readonly fontSize: number;
  readonly margin: number;
  readonly lineStep: number;
  /** Where a cell's value stands from its label. */
  readonly cell: 'inline' | 'below' | 'above' | 'beside' | 'colon' | 'paired';
  /** How many separate draws a line takes. */
  readonly split: 'line' | 'word' | 'chunks';
  readonly sin: SinPrint;
  readonly name: 'first-last' | 'last-comma-first' | 'upper-last-comma-first' | 'last-first-cells' | 'first-last-cells';
  readonly accents: 'composed' | 'decomposed' | 'none' | 'upper' | 'upper-plain';
  /** Names of people alone, as data typed into the software in capitals. */
  readonly names: 'as-known' | 'upper' | 'upper-plain' | 'plain';
  readonly hyphen: '-' | '\u2010' | '\u2011' | ' - ' | ' ';
  /** Whose words the form's own labels are in. */
  readonly labels: 'own' | 'other-language' | 'bilingual';
  /** Order in which a driver draws what a page holds; the eye sees no difference. */
  readonly drawing: 'as-read' | 'bottom-up' | 'labels-last';
  /** Points by which values stand off their label's baseline. */
  readonly offBaseline: number;
  /** DT Max's header in one draw at the top, in three across it, or at the foot. */
  readonly header: 'line' | 'three-cells' | 'foot';
  /** The taxpayer and the spouse beside one another, on one page's left and right. */
  readonly twoColumns: boolean;
  /** Forms that are e-signed are masked, and the return beside them prints the whole number. */
  readonly maskOnSignedOnly: boolean;
  /** Which variant of a label this print uses, where there are several. */
  readonly wording: number;
  /** What pages after the first say of whose they are. */
  readonly continuation: 'name-and-sin' | 'name' | 'sin' | 'bare-sin' | 'nothing';
  readonly sinFirst: boolean;
  readonly formMark: 'code-bottom' | 'code-top' | 'title-and-code';
  readonly yearMark: 'label-inline' | 'label-below' | 'title';
  /** Blocks of page 1 may come in either order. */
  readonly addressFirst: boolean;
  readonly footer: string;
}

const FULL: readonly SinPrint[] = [
  'spaced',
  'dashed',
  'joined',
  'boxed',
  'dotted',
  'long-dashed',
  'hard-spaced',
  'far-groups',
];
const MASKED: readonly SinPrint[] = [
  'x-last3',
  'star-last3',
  'x-last4',
  'star-last4',
  'dots-last4',
  'glued-last4',
  'small-x-last3',
  'hash-last4',
  'x-2-4',
  'boxed-x-last3',
  'mid-dots-last3',
  'blanks-last3',
];

export const isMasked = (print: SinPrint): boolean => MASKED.includes(print);

/** Forms that are signed at a distance: the CRA recommends the mask on these. */
const SIGNED = ['T183', 'TP-1000.TE'];

/** How this style prints one form: some print the whole number on all that is not signed. */
export const formStyle = (style: PrintStyle, form: string): PrintStyle =>
  style.maskOnSignedOnly && isMasked(style.sin) && form !== 'PACKAGE' && !SIGNED.includes(form)
    ? { ...style, sin: 'spaced' }
    : style;

export function printStyle(random: Random): PrintStyle {
  return {
    software: random.pick(['dt-max', 'taxprep']),
    page: random.pick([
      [612, 792],
      [576, 756],
      [595, 842],
    ] as const),
    fontSize: random.pick([8, 9, 10, 11]),
    margin: random.whole(24, 54),
    lineStep: random.whole(13, 17),
    cell: random.pick(['inline', 'below', 'above', 'beside', 'colon', 'paired']),
    split: random.pick(['line', 'word', 'chunks']),
    sin: random.pick(random.next() < 0.55 ? FULL : MASKED),
    name: random.pick([
      'first-last',
      'last-comma-first',
      'upper-last-comma-first',
      'last-first-cells',
      'first-last-cells',
    ]),
    accents: random.pick(['composed', 'composed', 'decomposed', 'none', 'upper', 'upper-plain']),
    names: random.pick(['as-known', 'as-known', 'upper', 'upper-plain', 'plain']),
    hyphen: random.pick(['-', '-', '\u2010', '\u2011', ' - ', ' ']),
    labels: random.pick(['own', 'own', 'own', 'other-language', 'bilingual']),
    drawing: random.pick(['as-read', 'as-read', 'bottom-up', 'labels-last']),
    offBaseline: random.pick([0, 0, 0, 1, -1.5, 2]),
    header: random.pick(['line', 'line', 'three-cells', 'foot']),
    twoColumns: random.next() < 0.25,
    maskOnSignedOnly: random.next() < 0.3,
    wording: random.whole(0, 11),
    continuation: random.pick(['name-and-sin', 'name', 'sin', 'bare-sin', 'nothing']),
    sinFirst: random.next() < 0.3,
    formMark: random.pick(['code-bottom', 'code-top', 'title-and-code']),
    yearMark: random.pick(['label-inline', 'label-below', 'title']),
    addressFirst: random.next() < 0.3,
    footer: random.pick(['', 'Protégé B une fois rempli', 'Protected B when completed', 'Page 1 de 2']),
  };
}

export function printedSin(sin: string, print: SinPrint): string {
  const [a, b, c] = [sin.slice(0, 3), sin.slice(3, 6), sin.slice(6)];
  switch (print) {
    case 'spaced':
      return `${a} ${b} ${c}`;
    case 'dashed':
      return `${a}-${b}-${c}`;
    case 'joined':
      return sin;
    case 'boxed':
      return [...sin].join(' ');
    case 'dotted':
      return `${a}.${b}.${c}`;
    case 'long-dashed':
      return `${a}–${b}–${c}`;
    case 'hard-spaced':
      return `${a}\u00a0${b}\u00a0${c}`;
    case 'far-groups':
      return `${a}    ${b}    ${c}`;
    case 'x-last3':
      return `XXX XXX ${c}`;
    case 'star-last3':
      return `***-***-${c}`;
    case 'x-last4':
      return `XXX XX${sin.charAt(5)} ${c}`;
    case 'star-last4':
      return `*** **${sin.charAt(5)} ${c}`;
    case 'dots-last4':
      return `••• ••${sin.charAt(5)} ${c}`;
    case 'glued-last4':
      return `*****${sin.slice(5)}`;
    case 'small-x-last3':
      return `xxx-xxx-${c}`;
    case 'hash-last4':
      return `### ##${sin.charAt(5)} ${c}`;
    case 'x-2-4':
      return `XXX-XX-${sin.slice(5)}`;
    case 'boxed-x-last3':
      return `X X X X X X ${[...c].join(' ')}`;
    case 'mid-dots-last3':
      return `··· ··· ${c}`;
    case 'blanks-last3':
      return `___ ___ ${c}`;
  }
}
