import { appError } from '../core/app-error';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import type { Argon2idParameters } from '../core/vault/key-slot';
import { checkPassphrase } from '../core/vault/passphrase';
import { isSaneArgon2id, newArgon2idParameters } from './argon2id-parameters';
import { fromBase64, toBase64 } from './base64';
import type { DeriveKey } from './derive-key';
import { officeKek } from './key-encryption-key';
import { open, seal } from './seal';

const VERSION = 1;
const context = (office: string): string => `office:${office}`;

/**
 * The office key under the office's passphrase, as text for `PUT office`: whoever holds it can try passphrases at home,
 * at the price of one Argon2id each. Errors: `vault/passphrase-too-short`.
 */
export async function sealOfficeKey(
  officeKey: Uint8Array<ArrayBuffer>,
  office: string,
  passphrase: string,
  deriveKey: DeriveKey,
): Promise<Result<string>> {
  const checked = checkPassphrase(passphrase);
  if (!checked.ok) return checked;
  const kdf = newArgon2idParameters();
  const kek = await officeKek(checked.value, kdf, deriveKey);
  const wrapped = await seal(kek, context(office), officeKey);
  return ok(
    JSON.stringify({ version: VERSION, kdf: { ...kdf, salt: toBase64(kdf.salt) }, wrapped: toBase64(wrapped) }),
  );
}

/** Errors: `office/wrong-passphrase`; `office/damaged` when it is not what `sealOfficeKey` writes. */
export async function openOfficeKey(
  sealedKey: string,
  office: string,
  passphrase: string,
  deriveKey: DeriveKey,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const parts = parse(sealedKey);
  if (parts === null) return err(appError('office/damaged'));
  const checked = checkPassphrase(passphrase);
  if (!checked.ok) return err(appError('office/wrong-passphrase'));
  const officeKey = await open(await officeKek(checked.value, parts.kdf, deriveKey), context(office), parts.wrapped);
  return officeKey.ok ? officeKey : err(appError('office/wrong-passphrase'));
}

interface Parts {
  readonly kdf: Argon2idParameters;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** The server is not trusted with the shape, nor with the cost. */
function parse(sealedKey: string): Parts | null {
  let json: unknown;
  try {
    json = JSON.parse(sealedKey);
  } catch {
    return null;
  }
  if (!isRecord(json) || json['version'] !== VERSION || !isRecord(json['kdf'])) return null;
  const { name, memoryKiB, iterations, parallelism, salt } = json['kdf'];
  const [saltBytes, wrapped] = [bytesOf(salt), bytesOf(json['wrapped'])];
  if (name !== 'argon2id' || saltBytes === null || wrapped === null) return null;
  const kdf: Argon2idParameters = {
    name,
    memoryKiB: Number(memoryKiB),
    iterations: Number(iterations),
    parallelism: Number(parallelism),
    salt: saltBytes,
  };
  return isSaneArgon2id(kdf) ? { kdf, wrapped } : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> | null =>
  typeof value === 'string' ? fromBase64(value) : null;
