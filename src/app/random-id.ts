import type { NewId } from '../core/ids';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 26 letters and digits of Crockford's base 32: 130 random bits. */
export const randomId: NewId = <T extends string>() => {
  const bytes = crypto.getRandomValues(new Uint8Array(26));
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('') as T;
};
