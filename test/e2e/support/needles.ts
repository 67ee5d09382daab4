import { createHash } from 'node:crypto';

/** A personal value in one disguise, as bytes in latin1, so that it can be looked for in any byte string. */
export interface Needle {
  readonly disguise: string;
  readonly latin1: string;
}

const latin1 = (bytes: Buffer): string => bytes.toString('latin1');

/** The three base64 alignments of a value, trimmed to what does not depend on its neighbours. */
function base64Forms(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((pad) => {
    const encoded = Buffer.concat([Buffer.alloc(pad), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice(pad === 0 ? 0 : pad + 1, encoded.length - 1);
  });
}

/**
 * NFC, NFD, upper and lower case, digits only, UTF-16 (both orders), base64 (three alignments) and plain SHA-256
 * (hex, base64 and raw). Values under 5 characters are no evidence and give nothing.
 */
export function needlesOf(value: string): readonly Needle[] {
  const texts = new Map<string, string>([
    ['NFC', value.normalize('NFC')],
    ['NFD', value.normalize('NFD')],
    ['upper', value.toUpperCase()],
    ['lower', value.toLowerCase()],
    ['digits', value.replace(/\D/g, '')],
  ]);
  const found: Needle[] = [];
  for (const [name, text] of texts) {
    if (text.length < 5) continue;
    const utf8 = Buffer.from(text, 'utf8');
    const utf16 = Buffer.from(text, 'utf16le');
    const digest = createHash('sha256').update(utf8).digest();
    found.push(
      { disguise: `${name} utf-8`, latin1: latin1(utf8) },
      { disguise: `${name} utf-16le`, latin1: latin1(utf16) },
      { disguise: `${name} utf-16be`, latin1: latin1(Buffer.from(utf16).swap16()) },
      { disguise: `${name} windows-1252`, latin1: text },
      { disguise: `${name} sha-256`, latin1: latin1(digest) },
      { disguise: `${name} sha-256 hex`, latin1: digest.toString('hex') },
      { disguise: `${name} sha-256 base64`, latin1: digest.toString('base64').slice(0, 43) },
      ...base64Forms(utf8)
        .filter((form) => form.length >= 7)
        .map((form, at) => ({ disguise: `${name} base64+${at}`, latin1: form })),
    );
  }
  return found;
}

/** The same disguises for bytes (a file): its digest in every form, and a stretch from its middle. */
export function needlesOfBytes(bytes: Uint8Array): readonly Needle[] {
  const digest = createHash('sha256').update(bytes).digest();
  const middle = Buffer.from(bytes.subarray(Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 48));
  return [
    { disguise: 'file sha-256', latin1: latin1(digest) },
    { disguise: 'file sha-256 hex', latin1: digest.toString('hex') },
    { disguise: 'file sha-256 base64', latin1: digest.toString('base64').slice(0, 43) },
    { disguise: 'file bytes', latin1: latin1(middle) },
  ];
}
