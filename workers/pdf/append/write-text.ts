import type { PdfDict, PdfValue } from './pdf-value';

/** Bytes as a string of as many characters: what is copied from a file is copied to the byte. */
export function binary(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = '';
  for (let at = start; at < end; at += 8192) {
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, Math.min(at + 8192, end))) as string;
  }
  return text;
}

export function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** As it was written, to the byte. */
export const asWritten = (value: PdfValue, bytes: Uint8Array): string => binary(bytes, value.start, value.end);

/** The dictionary with these entries set and all others as they were written. */
export function withEntries(
  { entries }: PdfDict,
  bytes: Uint8Array,
  changed: Readonly<Record<string, string>>,
  dropped: ReadonlySet<string> = new Set(),
): string {
  const kept = [...entries].flatMap(([key, value]) =>
    Object.hasOwn(changed, key) || dropped.has(key) ? [] : [`/${key} ${asWritten(value, bytes)}`],
  );
  return `<< ${[...kept, ...Object.entries(changed).map(([key, text]) => `/${key} ${text}`)].join(' ')} >>`;
}

/** At most three decimals, never in the exponential form. */
export const numberText = (value: number): string => String(Number(value.toFixed(3)));
