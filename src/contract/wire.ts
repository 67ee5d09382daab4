import { z } from './zod';

/**
 * Shapes for what others send us: tolerant, because the documented API says nothing of nulls, of numbers as strings,
 * nor of the fields it may add. What we send is described by strict objects instead.
 */

/** A text that may be absent, null, or a bare number (phone numbers and codes come back as numbers from some exports). */
export const looseText = z.optional(z.nullable(z.union([z.string(), z.number()])));

/** A numeric id, read as a number also when it comes as a string of digits. */
export const looseId = z.pipe(
  z.union([z.int(), z.string().check(z.regex(/^\d{1,15}$/))]),
  z.transform((value: string | number) => Number(value)),
);

/** `0 | 1` as documented; booleans and their string forms are read too. */
export const looseFlag = z.optional(z.nullable(z.union([z.int(), z.boolean(), z.enum(['0', '1', 'true', 'false'])])));

/** A count or a duration that may come as a string. */
export const looseNumber = z.optional(z.nullable(z.union([z.number(), z.string()])));

/** An RFC 3339 instant. */
export const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/));

/** A day, `yyyy-mm-dd`; that it is in the calendar is the server's to check. */
export const isoDay = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

/** SHA-256 in lower-case hex. */
export const sha256Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const language = z.enum(['fr', 'en']);

/** One line of text that must say something. */
export const line = (maxLength: number) =>
  z
    .string()
    .check(z.minLength(1), z.maxLength(maxLength), z.regex(/^[^\u0000-\u001f\u007f]*\S[^\u0000-\u001f\u007f]*$/));

/** An address as people write it: one `@`, no space, no control character. Deliverability is the server's affair. */
export const emailAddress = z
  .string()
  .check(z.maxLength(254), z.regex(/^[^\s@\u0000-\u001f\u007f]+@[^\s@\u0000-\u001f\u007f]+$/));
