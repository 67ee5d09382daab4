const DIGITS = Array.from({ length: 256 }, (_byte, value) => value.toString(16).padStart(2, '0'));

/** Lower-case hex, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += DIGITS[byte] ?? '';
  return hex;
}
