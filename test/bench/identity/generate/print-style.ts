import type { Random } from '../../../fixtures/generate/random';

export type SinPrint =
  | 'spaced'
  | 'dashed'
  | 'joined'
  | 'boxed'
  | 'x-last3'
  | 'star-last3'
  | 'x-last4'
  | 'star-last4'
  | 'dots-last4'
  | 'glued-last4';

/** How one software at one office prints: drawn once per batch, so that shapes differ from batch to batch and seed to seed. */
export interface PrintStyle {
  readonly software: 'dt-max' | 'taxprep';
  readonly page: readonly [width: number, height: number];
  readonly fontSize: number;
  readonly margin: number;
  readonly lineStep: number;
  /** Where a cell's value stands from its label. */
  readonly cell: 'inline' | 'below' | 'above' | 'beside';
  /** How many separate draws a line takes. */
  readonly split: 'line' | 'word' | 'chunks';
  readonly sin: SinPrint;
  readonly name: 'first-last' | 'last-comma-first' | 'last-first-cells' | 'first-last-cells';
  readonly accents: 'composed' | 'decomposed' | 'none' | 'upper';
  /** What pages after the first say of whose they are. */
  readonly continuation: 'name-and-sin' | 'name' | 'sin' | 'nothing';
  readonly formMark: 'code-bottom' | 'code-top' | 'title-and-code';
  readonly yearMark: 'label-inline' | 'label-below' | 'title';
  /** Blocks of page 1 may come in either order. */
  readonly addressFirst: boolean;
  readonly footer: string;
}

const FULL: readonly SinPrint[] = ['spaced', 'dashed', 'joined', 'boxed'];
const MASKED: readonly SinPrint[] = ['x-last3', 'star-last3', 'x-last4', 'star-last4', 'dots-last4', 'glued-last4'];

export const isMasked = (print: SinPrint): boolean => MASKED.includes(print);

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
    cell: random.pick(['inline', 'below', 'above', 'beside']),
    split: random.pick(['line', 'word', 'chunks']),
    sin: random.pick(random.next() < 0.55 ? FULL : MASKED),
    name: random.pick(['first-last', 'last-comma-first', 'last-first-cells', 'first-last-cells']),
    accents: random.pick(['composed', 'composed', 'decomposed', 'none', 'upper']),
    continuation: random.pick(['name-and-sin', 'name', 'sin', 'nothing']),
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
  }
}
