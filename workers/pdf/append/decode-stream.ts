import { Unzlib } from 'fflate';
import type { PdfDict, PdfValue } from './pdf-value';
import { asArray, asCount, asDict, nameOf } from './pdf-value';
import { Unfamiliar } from './unfamiliar';

/** An object or cross-reference stream that is larger when inflated is not looked into: bytes. */
const LARGEST = 32 * 1024 * 1024;
/** Given to the inflater at a time, so that a bomb is met before it has gone off: deflate makes a thousandfold at most. */
const STEP = 16 * 1024;
const PNG_NONE = 10;

/** What a stream of numbers or objects says: plain, or deflated with or without a PNG predictor. */
export function decodeStream({ entries }: PdfDict, data: Uint8Array): Uint8Array {
  const filter = only(entries.get('Filter'));
  if (entries.has('F') || entries.has('DL')) throw new Unfamiliar('an external stream');
  if (filter === undefined) return data;
  if (nameOf(filter) !== 'FlateDecode') throw new Unfamiliar('a filter');
  const inflated = inflate(data);
  const given = only(entries.get('DecodeParms'));
  if (given === undefined || (given.kind === 'word' && given.value === 'null')) return inflated;
  const parameters = asDict(given).entries;
  const number = (key: string, usual: number) => (parameters.has(key) ? asCount(parameters.get(key)) : usual);
  const predictor = number('Predictor', 1);
  if (predictor === 1) return inflated;
  if (predictor < PNG_NONE || predictor > 15 || number('Colors', 1) !== 1 || number('BitsPerComponent', 8) !== 8) {
    throw new Unfamiliar('a predictor');
  }
  return withoutPrediction(inflated, number('Columns', 1));
}

/** The value itself, or the only one of an array. */
function only(value: PdfValue | undefined): PdfValue | undefined {
  if (value?.kind !== 'array') return value;
  const { items } = asArray(value);
  if (items.length > 1) throw new Unfamiliar('several filters');
  return items[0];
}

function inflate(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflater = new Unzlib((part, final) => {
    size += part.length;
    if (size > LARGEST) throw new Unfamiliar('a stream too large');
    if (part.length > 0) parts.push(part);
    ended ||= final;
  });
  for (let at = 0; at < data.length; at += STEP) {
    inflater.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  }
  if (!ended) throw new Unfamiliar('a stream cut short');
  if (parts.length === 1 && parts[0]) return parts[0];
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** PNG's filters, a row each, one byte a sample (RFC 2083 §6). */
function withoutPrediction(rows: Uint8Array, columns: number): Uint8Array {
  const step = columns + 1;
  if (columns === 0 || rows.length % step !== 0) throw new Unfamiliar('a row cut short');
  const plain = new Uint8Array((rows.length / step) * columns);
  for (let from = 0, to = 0; from < rows.length; from += step, to += columns) {
    const filter = rows[from] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      const left = column === 0 ? 0 : (plain[to + column - 1] ?? 0);
      const up = to === 0 ? 0 : (plain[to + column - columns] ?? 0);
      const corner = column === 0 || to === 0 ? 0 : (plain[to + column - columns - 1] ?? 0);
      plain[to + column] = (rows[from + 1 + column] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return plain;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      throw new Unfamiliar('a row filter');
  }
}
