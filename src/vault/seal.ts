import { appError } from '../core/app-error';
import { releaseAnswer } from './release-bytes';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import type { Sealer } from '../core/sealing';
import { frame, gcm, isAuthenticationFailure, newIv, unframe } from './framed-cipher';

/** AES-256-GCM under `key` (usage `encrypt`), bound to `context`. 29 bytes longer than `plain`. */
export async function seal(
  key: CryptoKey,
  context: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = newIv();
  const ciphertext = await crypto.subtle.encrypt(gcm(iv, context), key, plain);
  const framed = frame(iv, ciphertext);
  releaseAnswer(ciphertext);
  return framed;
}

/** The inverse of `seal`; `vault/damaged-record` for another key, another context or any changed byte. */
export async function open(
  key: CryptoKey,
  context: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const parts = unframe(sealed);
  if (parts === null) return err(appError('vault/damaged-record'));
  try {
    return ok(new Uint8Array(await crypto.subtle.decrypt(gcm(parts.iv, context), key, parts.ciphertext)));
  } catch (error) {
    if (isAuthenticationFailure(error)) return err(appError('vault/damaged-record'));
    throw error;
  }
}

export const sealJson = (key: CryptoKey, context: string, value: unknown): Promise<Uint8Array<ArrayBuffer>> =>
  seal(key, context, new TextEncoder().encode(JSON.stringify(value)));

/** `T` is trusted, not checked: the bytes are authenticated, so they are what `sealJson` was given under this context. */
export async function openJson<T>(
  key: CryptoKey,
  context: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Result<T>> {
  const plain = await open(key, context, sealed);
  if (!plain.ok) return plain;
  const text = new TextDecoder().decode(plain.value);
  releaseAnswer(plain.value.buffer);
  return ok(JSON.parse(text) as T);
}

export const sealerOf = (key: CryptoKey): Sealer => ({
  seal: (context, plain) => seal(key, context, plain),
  open: (context, sealed) => open(key, context, sealed),
});
