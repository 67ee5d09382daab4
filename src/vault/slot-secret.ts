import { appError } from '../core/app-error';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import type { KeySlot, PrfParameters } from '../core/vault/key-slot';
import { checkPassphrase } from '../core/vault/passphrase';
import { newArgon2idParameters } from './argon2id-parameters';
import type { DeriveKey } from './derive-key';
import { passphraseKek, prfKek } from './key-encryption-key';

/** How a person opens the vault: what they know, or what their authenticator answers. */
export type SlotSecret =
  | { readonly kind: 'passphrase'; readonly passphrase: string; readonly deriveKey: DeriveKey }
  | { readonly kind: 'prf'; readonly output: Uint8Array<ArrayBuffer>; readonly parameters: PrfParameters };

export interface NewKek extends Pick<KeySlot, 'kind' | 'kdf'> {
  readonly key: CryptoKey;
}

/** A key for a slot to be made, with new parameters. Errors: `vault/passphrase-too-short`. */
export async function newKek(secret: SlotSecret): Promise<Result<NewKek>> {
  if (secret.kind === 'prf') {
    return ok({ kind: 'prf', kdf: secret.parameters, key: await prfKek(secret.output, secret.parameters) });
  }
  const passphrase = checkPassphrase(secret.passphrase);
  if (!passphrase.ok) return passphrase;
  const kdf = newArgon2idParameters();
  return ok({ kind: 'passphrase', kdf, key: await passphraseKek(passphrase.value, kdf, secret.deriveKey) });
}

/** The key of an existing slot. A secret of the other kind is the wrong one; so is one too short to have been accepted. */
export async function kekOf(slot: KeySlot, secret: SlotSecret): Promise<Result<CryptoKey>> {
  if (secret.kind === 'prf') {
    if (slot.kdf.name !== 'prf-hkdf') return err(appError('vault/wrong-passphrase'));
    return ok(await prfKek(secret.output, slot.kdf));
  }
  const passphrase = checkPassphrase(secret.passphrase);
  if (slot.kdf.name !== 'argon2id' || !passphrase.ok) return err(appError('vault/wrong-passphrase'));
  return ok(await passphraseKek(passphrase.value, slot.kdf, secret.deriveKey));
}
