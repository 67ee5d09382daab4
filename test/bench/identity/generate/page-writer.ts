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

/** Writes a page from top to bottom in one print style. */
export class PageWriter {
  readonly #style: PrintStyle;
  readonly #runs: TextRun[] = [];
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
    if (cell === 'inline' || cell === 'beside') {
      for (const [label, value] of cells) {
        const gap = cell === 'inline' ? fontSize * 0.35 : Math.max(20, 190 - wide(label));
        this.#draw(label, margin, this.#y);
        this.#draw(value, margin + wide(label) + gap, this.#y);
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
      if (cell === 'below') this.row(labels).row(values);
      else this.row(values).row(labels);
      this.feed(0.5);
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
    return { width, height, runs: this.#runs };
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

  #draw(raw: string, x: number, y: number): void {
    const { fontSize: size, split, accents } = this.#style;
    const text = withAccents(raw, accents);
    if (split === 'line') {
      this.#runs.push({ text, x, y, size });
      return;
    }
    const pieces = split === 'word' ? text.split(/(?<= )/) : (text.match(/.{1,3}/gsu) ?? []);
    let at = x;
    for (const piece of pieces) {
      this.#runs.push({ text: piece, x: at, y, size });
      at += widthOf(piece, size);
    }
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
  }
}
