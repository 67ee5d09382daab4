import type { Fields, Shape } from './record-shapes';
import { RECORD_SHAPES } from './record-shapes';

/** Ways in which a record is more than its table's shape allows, as paths (`outbox.dueAt`); empty when it fits. */
export function checkRecord(table: string, record: unknown): readonly string[] {
  const shape = RECORD_SHAPES[table];
  return shape === undefined ? [table] : checkValue(shape, record, table);
}

function checkValue(shape: Shape, value: unknown, path: string): readonly string[] {
  if (typeof shape === 'string') return PREDICATES[shape](value) ? [] : [path];
  if ('oneOf' in shape) return shape.oneOf.some((allowed) => allowed === value) ? [] : [path];
  const tries = shape.either.map((fields) => checkFields(fields, value, path));
  return tries.toSorted((a, b) => a.length - b.length)[0] ?? [path];
}

function checkFields(fields: Fields, value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return [path];
  const names = new Set([...Object.keys(fields), ...Object.keys(value)]);
  return [...names].flatMap((name) => {
    const shape = fields[name];
    const at = `${path}.${name}`;
    return shape === undefined ? [at] : checkValue(shape, Reflect.get(value, name), at);
  });
}

const SEALED_BYTES_AT_LEAST = 1 + 12 + 16;

const PREDICATES: Readonly<Record<Extract<Shape, string>, (value: unknown) => boolean>> = {
  'random-id': isRandomId,
  'random-ids': (value) => Array.isArray(value) && value.every(isRandomId),
  'link-pack': (value) => isText(value, /^[0-9a-z]{2}$/),
  'pack-name': (value) => isText(value, /^(?:idb|[0-9a-z]{25,64}-[0-9]{1,3}\.pack)$/),
  'setting-name': (value) => isText(value, /^[a-z]+(?:-[a-z]+)*(?:\/[0-9a-f]{16,64})?$/),
  count: isCount,
  counts: (value) => Array.isArray(value) && value.every(isCount),
  // 0 = at once; else a time between 2020 and 2100: no nine digits of a SIN are.
  'epoch-ms': (value) => value === 0 || (typeof value === 'number' && value > 1.577e12 && value < 4.103e12),
  ciphertext: isCiphertext,
  'ciphertext-or-erased': (value) => isCiphertext(value) || (isBytes(value) && value.byteLength === 0),
  salt: (value) => isBytes(value) && value.byteLength >= 16 && value.byteLength <= 64,
  'credential-id': (value) => isBytes(value) && value.byteLength <= 1023,
  'public-key': (value) => isBytes(value) && value.byteLength === 91,
  'private-crypto-key': (value) => value instanceof CryptoKey && value.type === 'private' && !value.extractable,
  'public-crypto-key': (value) => value instanceof CryptoKey && value.type === 'public',
};

/** 128 random bits need 25 characters in base 36; a name or a SIN is no such thing. */
function isRandomId(value: unknown): boolean {
  return isText(value, /^[0-9a-z]{25,64}$/) && /[0-9]/.test(String(value));
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isText(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

/** The first byte is the format's version; what follows looks like nothing. */
function isCiphertext(value: unknown): boolean {
  return isBytes(value) && value.byteLength >= SEALED_BYTES_AT_LEAST && value[0] === 1;
}
