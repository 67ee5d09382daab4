import type { PdfArray, PdfDict, PdfValue } from './pdf-value';
import { Unfamiliar } from './unfamiliar';

/** Deeper than any honest object nests, and far from the end of the stack. */
const DEEPEST = 64;

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set(Array.from('()<>[]{}/%', (char) => char.charCodeAt(0)));
const isRegular = (code: number | undefined): boolean =>
  code !== undefined && !WHITE.has(code) && !DELIMITERS.has(code);

/**
 * Reads PDF objects one after the other. Strict: whatever is not as ISO 32000-1 §7.2–7.3 says throws `Unfamiliar`, for
 * this file is then another writer's.
 */
export class ObjectParser {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  skipWhite(): void {
    for (;;) {
      const code = this.bytes[this.at];
      if (code === 0x25) {
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1;
      } else if (code !== undefined && WHITE.has(code)) this.at += 1;
      else return;
    }
  }

  /** A run of regular characters; may be empty. */
  token(): string {
    this.skipWhite();
    const start = this.at;
    while (isRegular(this.bytes[this.at])) this.at += 1;
    // Names, numbers and keywords are short: a long run is no such thing.
    if (this.at - start > 256) throw new Unfamiliar('a word without end');
    return String.fromCharCode(...this.bytes.subarray(start, this.at));
  }

  keyword(wanted: string): void {
    if (this.token() !== wanted) throw new Unfamiliar(`no ${wanted}`);
  }

  count(): number {
    const token = this.token();
    if (!/^\d{1,15}$/.test(token)) throw new Unfamiliar('no count');
    return Number(token);
  }

  value(depth = 0): PdfValue {
    if (depth > DEEPEST) throw new Unfamiliar('too deep');
    this.skipWhite();
    const start = this.at;
    const code = this.bytes[start];
    if (code === 0x2f) return { kind: 'name', value: this.#name(), start, end: this.at };
    if (code === 0x5b) return this.#array(depth);
    if (code === 0x28) return this.#literal();
    if (code === 0x3c) return this.bytes[start + 1] === 0x3c ? this.#dict(depth) : this.#hex();
    return this.#wordOrNumber();
  }

  #name(): string {
    this.at += 1;
    const start = this.at;
    while (isRegular(this.bytes[this.at])) this.at += 1;
    if (this.at - start > 256) throw new Unfamiliar('a name without end');
    return String.fromCharCode(...this.bytes.subarray(start, this.at));
  }

  #array(depth: number): PdfArray {
    const start = this.at;
    this.at += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipWhite();
      if (this.bytes[this.at] === 0x5d) break;
      items.push(this.value(depth + 1));
    }
    this.at += 1;
    return { kind: 'array', items, start, end: this.at };
  }

  #dict(depth: number): PdfDict {
    const start = this.at;
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipWhite();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) break;
      if (this.bytes[this.at] !== 0x2f) throw new Unfamiliar('no key');
      const key = this.#name();
      // A key written twice, or in an escaped way: readers may not agree on what it says.
      if (key.includes('#') || entries.has(key)) throw new Unfamiliar('a key that may be read in two ways');
      entries.set(key, this.value(depth + 1));
    }
    this.at += 2;
    return { kind: 'dict', entries, start, end: this.at };
  }

  #literal(): PdfValue {
    const start = this.at;
    let open = 0;
    for (; this.at < this.bytes.length; this.at += 1) {
      const code = this.bytes[this.at];
      if (code === 0x5c) this.at += 1;
      else if (code === 0x28) open += 1;
      else if (code === 0x29 && (open -= 1) === 0) {
        this.at += 1;
        return { kind: 'string', start, end: this.at };
      }
    }
    throw new Unfamiliar('a string without end');
  }

  #hex(): PdfValue {
    const start = this.at;
    const end = this.bytes.indexOf(0x3e, start);
    if (end < 0) throw new Unfamiliar('a string without end');
    this.at = end + 1;
    return { kind: 'string', start, end: this.at };
  }

  #wordOrNumber(): PdfValue {
    const start = this.at;
    const token = this.token();
    if (token === 'true' || token === 'false' || token === 'null') {
      return { kind: 'word', value: token, start, end: this.at };
    }
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(token)) throw new Unfamiliar('no object');
    const end = this.at;
    const ref = /^\d{1,10}$/.test(token) ? this.#restOfRef(Number(token), start) : null;
    if (ref !== null) return ref;
    this.at = end;
    return { kind: 'number', value: Number(token), start, end };
  }

  #restOfRef(number: number, start: number): PdfValue | null {
    this.skipWhite();
    // Numbers side by side are an array's far more often than a reference: look before reading.
    const next = this.bytes[this.at];
    if (next === undefined || next < 0x30 || next > 0x39) return null;
    const generation = this.token();
    if (!/^\d{1,5}$/.test(generation)) return null;
    this.skipWhite();
    if (this.bytes[this.at] !== 0x52 || isRegular(this.bytes[this.at + 1])) return null;
    this.at += 1;
    return { kind: 'ref', number, generation: Number(generation), start, end: this.at };
  }
}
