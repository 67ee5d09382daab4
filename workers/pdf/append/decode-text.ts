const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * What a string object, as written, says: literal or hexadecimal, in UTF-16 or one byte a letter (ISO 32000-1 §7.3.4,
 * §7.9.2). Enough to tell names apart: our own are ASCII.
 */
export function decodeText(written: string): string {
  const bytes = written.startsWith('<') ? fromHex(written.slice(1, -1)) : fromLiteral(written.slice(1, -1));
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  let text = '';
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1));
  }
  return text;
}

function fromHex(digits: string): string {
  const bare = digits.replace(/[^0-9a-f]/giu, '');
  return Array.from({ length: Math.ceil(bare.length / 2) }, (_, index) =>
    String.fromCharCode(parseInt(bare.slice(2 * index, 2 * index + 2).padEnd(2, '0'), 16)),
  ).join('');
}

const fromLiteral = (text: string): string =>
  text.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/gu, (_, octal: string | undefined, char: string | undefined) => {
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff);
    // A line broken by a backslash goes on.
    if (char === undefined || /[\r\n]/u.test(char)) return '';
    return ESCAPES[char] ?? char;
  });
