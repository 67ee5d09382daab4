import { appError } from '../core/app-error';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import { frame, gcm, isAuthenticationFailure, newIv, unframe } from './framed-cipher';

export type WrapFormat = 'raw' | 'pkcs8';

export interface UnwrapAs {
  readonly format: WrapFormat;
  readonly algorithm: { readonly name: string; readonly namedCurve?: string; readonly length?: number };
  readonly usages: readonly KeyUsage[];
  /** Only to wrap it again under another key, at once. */
  readonly extractable?: boolean;
}

/** Wraps `key` (extractable) under `by` (AES-256-GCM, usage `wrapKey`): same format and binding as `seal`. */
export async function wrapKey(
  by: CryptoKey,
  context: string,
  format: WrapFormat,
  key: CryptoKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = newIv();
  return frame(iv, await crypto.subtle.wrapKey(format, key, by, gcm(iv, context)));
}

/** The key itself, whose bytes never pass through script. `vault/damaged-record` as in `open`. */
export async function unwrapKey(
  by: CryptoKey,
  context: string,
  wrapped: Uint8Array<ArrayBuffer>,
  as: UnwrapAs,
): Promise<Result<CryptoKey>> {
  const parts = unframe(wrapped);
  if (parts === null) return err(appError('vault/damaged-record'));
  try {
    return ok(
      await crypto.subtle.unwrapKey(
        as.format,
        parts.ciphertext,
        by,
        gcm(parts.iv, context),
        as.algorithm,
        as.extractable ?? false,
        [...as.usages],
      ),
    );
  } catch (error) {
    if (isAuthenticationFailure(error)) return err(appError('vault/damaged-record'));
    throw error;
  }
}
