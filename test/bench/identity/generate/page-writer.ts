import type { PrintStyle } from './print-style';
import type { DrawnPage, TextRun } from './shapes';

/** Advance of a character, in ems, of a plain sans-serif font. */
export function advanceOf(char: string): number {
  if (/\p{M}/u.test(char)) return 0;
  if (/[iljt.,:;'’|! ]/.test(char)) return 0.28;
  if (/[mwMW•]/.test(char)) return 0.83;
  return /\p{Lu}/u.test(char) ? 0.67 : 0.55;
}

export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, char) => sum + advanceOf(char) * size, 0);

export interface Column {
  readonly heading: string;
  readonly cells: readonly (readonly [label: string, value: string])[];
}

/** Writes a page from top to bottom in one print style. */
export class PageWriter {
  readonly #style: PrintStyle;
  /** One a draw: a label or value, in as many runs as this style cuts it. */
  readonly #draws: { readonly runs: readonly TextRun[]; readonly isLabel: boolean }[] = [];
  #y: number;
  #feet = 0;

  constructor(style: PrintStyle) {
    this.#style = style;
    this.#y = style.page[1] - style.margin;
  }

  /** Leaves room. */
  feed(lines = 1): this {
    this.#y -= lines * this.#style.lineStep;
    return this;
  }

  line(text: string, x = this.#style.margin): this {
    this.#draw(text, x, this.#y);
    return this.feed();
  }

  /** Several texts on one baseline. */
  row(texts: readonly (readonly [x: number, text: string])[]): this {
    for (const [x, text] of texts) this.#draw(text, x, this.#y);
    return this.feed();
  }

  /** A labelled value where this style puts values; `across` puts the cells beside one another. */
  cells(cells: readonly (readonly [label: string, value: string])[]): this {
    const { cell, margin, page, fontSize, accents } = this.#style;
    const wide = (label: string) => widthOf(withAccents(label, accents), fontSize);
    const width = (page[0] - 2 * margin) / Math.max(1, Math.min(cells.length, 3));
    if (cell === 'paired') return this.#paired(cells);
    if (cell === 'inline' || cell === 'beside' || cell === 'colon') {
      for (const [label, value] of cells) {
        this.#labelled(cell === 'colon' && !label.endsWith(':') ? `${label} :` : label, value, margin);
        this.feed();
      }
      return this;
    }
    for (let at = 0; at < cells.length; at += 3) {
      const group = cells.slice(at, at + 3);
      const labels = group.map(([label], index) => [margin + index * width, this.#cut(label, width)] as const);
      const values = group.map(([, value], index) => [margin + index * width, value] as const);
      const fits = group.every(([, value]) => wide(value) < width - 8);
      if (!fits) {
        for (const one of group) this.#stacked(one);
        continue;
      }
      const draw = (texts: typeof labels, isLabel: boolean) => {
        for (const [x, text] of texts) this.#draw(text, x, this.#y, isLabel);
        this.feed();
      };
      draw(cell === 'below' ? labels : values, cell === 'below');
      draw(cell === 'below' ? values : labels, cell !== 'below');
      this.feed(0.5);
    }
    return this;
  }

  /** Two headed blocks beside one another: the left half is of one, the right half of the other. */
  columns(left: Column, right: Column): this {
    const { margin, page } = this.#style;
    const middle = page[0] / 2;
    this.row([
      [margin, this.#cut(left.heading, middle - margin)],
      [middle, right.heading],
    ]);
    for (let at = 0; at < Math.max(left.cells.length, right.cells.length); at += 1) {
      const texts = [left.cells[at], right.cells[at]].map((cell, index) => ({
        cell,
        x: index === 0 ? margin : middle,
      }));
      for (const { cell, x } of texts) if (cell) this.#draw(this.#cut(cell[0], middle - margin), x, this.#y, true);
      this.feed();
      for (const { cell, x } of texts) if (cell) this.#draw(cell[1], x, this.#y, false);
      this.feed();
    }
    return this;
  }

  /** At the foot of the page, whatever was written before; each above the one before. */
  foot(text: string): this {
    this.#draw(text, this.#style.margin, this.#style.margin * 0.6 + this.#feet * this.#style.lineStep);
    this.#feet += 1;
    return this;
  }

  done(): DrawnPage {
    const [width, height] = this.#style.page;
    const { drawing } = this.#style;
    const draws =
      drawing === 'as-read'
        ? this.#draws
        : drawing === 'bottom-up'
          ? this.#draws.toReversed()
          : [...this.#draws.filter(({ isLabel }) => !isLabel), ...this.#draws.filter(({ isLabel }) => isLabel)];
    return { width, height, runs: draws.flatMap(({ runs }) => runs) };
  }

  /** Two cells a line, each with its value after it; one a line where they do not fit. */
  #paired(cells: readonly (readonly [label: string, value: string])[]): this {
    const { margin, page, fontSize, accents } = this.#style;
    const half = (page[0] - 2 * margin) / 2;
    const wide = ([label, value]: readonly [string, string]) =>
      widthOf(withAccents(`${label} ${value}`, accents), fontSize) + 12;
    for (let at = 0; at < cells.length;) {
      const [one, two] = [cells[at], cells[at + 1]];
      if (one) this.#labelled(one[0], one[1], margin);
      const fits = one && two && wide(one) < half && wide(two) < half;
      if (fits) this.#labelled(two[0], two[1], margin + half);
      this.feed();
      at += fits ? 2 : 1;
    }
    return this;
  }

  #labelled(label: string, value: string, x: number): void {
    const { cell, fontSize, accents } = this.#style;
    const wide = widthOf(withAccents(label, accents), fontSize);
    const gap = cell === 'beside' ? Math.max(20, 190 - wide) : fontSize * 0.35;
    this.#draw(label, x, this.#y, true);
    this.#draw(value, x + wide + gap, this.#y, false);
  }

  #stacked([label, value]: readonly [string, string]): void {
    if (this.#style.cell === 'below') this.line(label).line(value);
    else this.line(value).line(label);
    this.feed(0.5);
  }

  #cut(label: string, width: number): string {
    let text = label;
    while (widthOf(withAccents(text, this.#style.accents), this.#style.fontSize) > width - 6) text = text.slice(0, -1);
    return text.trim();
  }

  /** Lines and headings count as labels; `isLabel` false is a value, which may stand a little off their baseline. */
  #draw(raw: string, x: number, baseline: number, isLabel = true): void {
    const { fontSize: size, split, accents, offBaseline } = this.#style;
    const text = withAccents(raw, accents);
    const y = isLabel ? baseline : baseline + offBaseline;
    if (split === 'line') {
      this.#draws.push({ runs: [{ text, x, y, size }], isLabel });
      return;
    }
    const runs: TextRun[] = [];
    const pieces = split === 'word' ? text.split(/(?<= )/) : (text.match(/.{1,3}/gsu) ?? []);
    let at = x;
    for (const piece of pieces) {
      runs.push({ text: piece, x: at, y, size });
      at += widthOf(piece, size);
    }
    this.#draws.push({ runs, isLabel });
  }
}

function withAccents(text: string, accents: PrintStyle['accents']): string {
  switch (accents) {
    case 'composed':
      return text;
    case 'decomposed':
      return text.normalize('NFD');
    case 'none':
      return text.normalize('NFD').replace(/\p{M}/gu, '');
    case 'upper':
      return text.toLocaleUpperCase('fr-CA');
    case 'upper-plain':
      return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleUpperCase('fr-CA');
  }
}
