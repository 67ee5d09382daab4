import { decodeStream } from './decode-stream';
import { ObjectParser } from './parse-object';
import type { PdfDict } from './pdf-value';
import { asArray, asCount, nameOf } from './pdf-value';
import { Unfamiliar } from './unfamiliar';

/** Where an object lies: at an offset of the file, or as the nth of an object stream. */
export type ObjectPlace =
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'in'; readonly stream: number; readonly index: number }
  | { readonly kind: 'free' };

export interface XrefSection {
  readonly style: 'table' | 'stream';
  readonly trailer: PdfDict;
  /** Number of its cross-reference stream's own object. */
  readonly own: number | null;
  /** First number and how many, in the order written. */
  readonly ranges: readonly { readonly first: number; readonly count: number }[];
  /** `null`: not in this section. */
  readonly find: (number: number) => ObjectPlace | null;
}

/** Cross-references of one file, the newest first. */
export interface CrossReference {
  readonly sections: readonly [XrefSection, ...XrefSection[]];
  /** Where the newest begins. */
  readonly start: number;
  readonly find: (number: number) => ObjectPlace | null;
}

/** Within so many last bytes a file says where its cross-reference is. */
const TAIL = 1024;
const MOST_SECTIONS = 512;
/** One line of a table: ten digits, five, a letter and a two-character end (ISO 32000-1 §7.5.4). */
const LINE = 20;
const LINE_FORM = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/;

/**
 * The whole chain of cross-references, without reading its lines. `Unfamiliar` on a hybrid, an encrypted or a broken
 * one, and on object numbers beyond what the trailer declares, which a new object might take over.
 */
export function readCrossReference(bytes: Uint8Array): CrossReference {
  const start = startOf(bytes);
  const newest = sectionAt(bytes, start);
  const sections: [XrefSection, ...XrefSection[]] = [newest];
  const seen = new Set([start]);
  for (let last = newest; last.trailer.entries.has('Prev');) {
    const at = asCount(last.trailer.entries.get('Prev'));
    if (seen.has(at) || sections.length === MOST_SECTIONS) throw new Unfamiliar('a chain without end');
    seen.add(at);
    last = sectionAt(bytes, at);
    sections.push(last);
  }
  const size = asCount(newest.trailer.entries.get('Size'));
  for (const { trailer, ranges } of sections) {
    if (trailer.entries.has('Encrypt') || trailer.entries.has('XRefStm')) throw new Unfamiliar('encrypted or hybrid');
    if (ranges.some(({ first, count }) => first + count > size)) throw new Unfamiliar('more objects than declared');
  }
  const find = (number: number): ObjectPlace | null => {
    for (const section of sections) {
      const place = section.find(number);
      if (place !== null) return place;
    }
    return null;
  };
  return { sections, start, find };
}

/** Where the file says that its newest cross-reference is. */
export function startOf(bytes: Uint8Array): number {
  const from = Math.max(0, bytes.length - TAIL);
  const tail = String.fromCharCode(...bytes.subarray(from));
  const found = /startxref[ \t]*[\r\n]+[ \t]*(\d{1,15})\s+%%EOF\s*$/.exec(tail);
  if (found?.[1] === undefined) throw new Unfamiliar('no end');
  return Number(found[1]);
}

function sectionAt(bytes: Uint8Array, at: number): XrefSection {
  const parser = new ObjectParser(bytes, at);
  const code = bytes[at];
  if (code === undefined) throw new Unfamiliar('beyond the end');
  return code === 0x78 ? tableSection(parser) : streamSection(parser);
}

function tableSection(parser: ObjectParser): XrefSection {
  parser.keyword('xref');
  const { bytes } = parser;
  const ranges: { first: number; count: number; at: number }[] = [];
  for (;;) {
    parser.skipWhite();
    if (bytes[parser.at] === 0x74) break;
    const [first, count] = [parser.count(), parser.count()];
    parser.skipWhite();
    ranges.push({ first, count, at: parser.at });
    parser.at += count * LINE;
    if (parser.at > bytes.length) throw new Unfamiliar('a table cut short');
  }
  parser.keyword('trailer');
  const trailer = parser.value();
  if (trailer.kind !== 'dict') throw new Unfamiliar('no trailer');
  const find = (number: number): ObjectPlace | null => {
    const range = ranges.find(({ first, count }) => number >= first && number < first + count);
    if (range === undefined) return null;
    const line = range.at + (number - range.first) * LINE;
    const found = LINE_FORM.exec(String.fromCharCode(...bytes.subarray(line, line + LINE)));
    if (found === null) throw new Unfamiliar('a line of another length');
    return found[3] === 'f' ? { kind: 'free' } : { kind: 'at', offset: Number(found[1]), generation: Number(found[2]) };
  };
  return { style: 'table', trailer, own: null, ranges, find };
}

function streamSection(parser: ObjectParser): XrefSection {
  const [own] = [parser.count(), parser.count()];
  parser.keyword('obj');
  const { dict, data } = streamAfter(parser, (value) => asCount(value));
  const { entries } = dict;
  if (nameOf(entries.get('Type')) !== 'XRef') throw new Unfamiliar('no cross-reference');
  const [kind = 0, second = 0, third = 0, ...more] = asArray(entries.get('W')).items.map(asCount);
  const row = kind + second + third;
  if (more.length > 0 || kind > 1 || second === 0 || second > 6 || third > 6) throw new Unfamiliar('odd columns');
  const declared = entries.has('Index') ? asArray(entries.get('Index')).items.map(asCount) : null;
  const numbers = declared ?? [0, asCount(entries.get('Size'))];
  const rows = decodeStream(dict, data);
  const ranges: { first: number; count: number; at: number }[] = [];
  let at = 0;
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const [first = 0, count = 0] = numbers.slice(index, index + 2);
    ranges.push({ first, count, at });
    at += count * row;
  }
  if (numbers.length % 2 !== 0 || at !== rows.length) throw new Unfamiliar('rows that disagree');
  const column = (from: number, width: number): number => {
    let value = 0;
    for (let index = from; index < from + width; index += 1) value = value * 256 + (rows[index] ?? 0);
    return value;
  };
  const find = (number: number): ObjectPlace | null => {
    const range = ranges.find(({ first, count }) => number >= first && number < first + count);
    if (range === undefined) return null;
    const from = range.at + (number - range.first) * row;
    const [a, b] = [column(from + kind, second), column(from + kind + second, third)];
    switch (kind === 0 ? 1 : rows[from]) {
      case 0:
        return { kind: 'free' };
      case 1:
        return { kind: 'at', offset: a, generation: b };
      case 2:
        return { kind: 'in', stream: a, index: b };
      default:
        throw new Unfamiliar('an entry of an unknown kind');
    }
  };
  return { style: 'stream', trailer: dict, own, ranges, find };
}

/** A stream's dictionary and bytes; the parser stands behind `obj`. */
export function streamAfter(
  parser: ObjectParser,
  lengthOf: (value: PdfDict['entries'] extends ReadonlyMap<string, infer V> ? V | undefined : never) => number,
): { readonly dict: PdfDict; readonly data: Uint8Array } {
  const dict = parser.value();
  if (dict.kind !== 'dict') throw new Unfamiliar('no stream');
  parser.keyword('stream');
  const { bytes } = parser;
  if (bytes[parser.at] === 13) parser.at += 1;
  if (bytes[parser.at] !== 10) throw new Unfamiliar('a stream that begins oddly');
  const from = parser.at + 1;
  const length = lengthOf(dict.entries.get('Length'));
  parser.at = from + length;
  parser.keyword('endstream');
  return { dict, data: bytes.subarray(from, from + length) };
}
