import { appError } from '../core/app-error';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import type { KeySlot } from '../core/vault/key-slot';
import type { ApprovalKey } from './approval-key';
import { createApprovalKey, unwrapApprovalKey, wrapApprovalKey } from './approval-key';
import { randomBytes } from './random-bytes';
import { randomId } from './random-id';
import { open, seal } from './seal';
import type { NewKek, SlotSecret } from './slot-secret';
import { kekOf, newKek } from './slot-secret';
import { unwrapKey } from './wrap-key';

export interface OpenedSlot {
  /** HKDF source for `vaultKeysOf`; its bytes never reach script. */
  readonly vaultKey: CryptoKey;
  /** The profile's ECDSA P-256 private key: `sign`, non-extractable. */
  readonly approvalKey: CryptoKey;
}

const vaultKeyContext = (slot: string): string => `slot:${slot}:vault-key`;

/** A new vault: 32 random bytes in its first slot. `profile` is a random id. Errors: `vault/passphrase-too-short`. */
export async function createFirstSlot(profile: string, secret: SlotSecret): Promise<Result<KeySlot>> {
  const kek = await newKek(secret);
  return kek.ok ? ok(await fillSlot(profile, kek.value, randomBytes(32), await createApprovalKey())) : kek;
}

/** Errors: `vault/wrong-passphrase`, also for a slot whose bytes were changed: the two cannot be told apart. */
export async function openSlot(slot: KeySlot, secret: SlotSecret): Promise<Result<OpenedSlot>> {
  const kek = await kekOf(slot, secret);
  if (!kek.ok) return kek;
  const vaultKey = await unwrapKey(kek.value, vaultKeyContext(slot.id), slot.wrapped, {
    format: 'raw',
    algorithm: { name: 'HKDF' },
    usages: ['deriveKey'],
  });
  if (!vaultKey.ok) return err(appError('vault/wrong-passphrase'));
  const approvalKey = await unwrapApprovalKey(kek.value, slot);
  return approvalKey.ok ? ok({ vaultKey: vaultKey.value, approvalKey: approvalKey.value }) : approvalKey;
}

/**
 * The same vault key and the same approval key under another secret: a changed passphrase, a passkey beside it. No data
 * is touched. The new slot has a new id; the caller adds it and, for a change, removes the old one in one transaction.
 */
export async function rewrapSlot(slot: KeySlot, secret: SlotSecret, next: SlotSecret): Promise<Result<KeySlot>> {
  const kek = await kekOf(slot, secret);
  if (!kek.ok) return kek;
  const privateKey = await unwrapApprovalKey(kek.value, slot, true);
  if (!privateKey.ok) return err(appError('vault/wrong-passphrase'));
  return refill(slot, kek.value, slot.profile, next, {
    publicKey: slot.approvalPublicKey,
    privateKey: privateKey.value,
  });
}

/** Another person on the same vault, with an approval key of their own. `secret` opens `slot`, whoever's it is. */
export async function addProfileSlot(
  slot: KeySlot,
  secret: SlotSecret,
  profile: string,
  next: SlotSecret,
): Promise<Result<KeySlot>> {
  const kek = await kekOf(slot, secret);
  return kek.ok ? refill(slot, kek.value, profile, next, await createApprovalKey()) : kek;
}

async function refill(
  slot: KeySlot,
  kek: CryptoKey,
  profile: string,
  next: SlotSecret,
  approval: ApprovalKey,
): Promise<Result<KeySlot>> {
  const nextKek = await newKek(next);
  if (!nextKek.ok) return nextKek;
  const vaultKey = await open(kek, vaultKeyContext(slot.id), slot.wrapped);
  if (!vaultKey.ok) return err(appError('vault/wrong-passphrase'));
  return ok(await fillSlot(profile, nextKek.value, vaultKey.value, approval));
}

/** Wipes `vaultKey` when done. */
async function fillSlot(
  profile: string,
  kek: NewKek,
  vaultKey: Uint8Array<ArrayBuffer>,
  approval: ApprovalKey,
): Promise<KeySlot> {
  const id = randomId();
  try {
    return {
      id,
      profile,
      kind: kek.kind,
      kdf: kek.kdf,
      wrapped: await seal(kek.key, vaultKeyContext(id), vaultKey),
      approvalPublicKey: approval.publicKey,
      approvalPrivateKey: await wrapApprovalKey(kek.key, id, approval.privateKey),
    };
  } finally {
    vaultKey.fill(0);
  }
}
