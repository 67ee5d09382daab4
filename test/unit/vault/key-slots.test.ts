import { describe, expect, it } from 'vitest';
import type { KeySlot, PrfParameters } from '../../../src/core/vault/key-slot';
import { addProfileSlot, createFirstSlot, openSlot, rewrapSlot } from '../../../src/vault/key-slots';
import type { SlotSecret } from '../../../src/vault/slot-secret';
import { open, seal } from '../../../src/vault/seal';
import { vaultKeysOf } from '../../../src/vault/vault-key';
import { quickDeriveKey } from './quick-derive-key';

const word = (passphrase: string): SlotSecret => ({ kind: 'passphrase', passphrase, deriveKey: quickDeriveKey });
const passkey = (first: number): SlotSecret & { parameters: PrfParameters } => ({
  kind: 'prf',
  output: new Uint8Array(32).fill(first),
  parameters: { name: 'prf-hkdf', salt: new Uint8Array(32).fill(7), credentialId: new Uint8Array([1, 2, 3]) },
});
const WRONG = { ok: false, error: { code: 'vault/wrong-passphrase' } };
const PROFILE = 'profile0000000000000000000';

async function made(secret: SlotSecret): Promise<KeySlot> {
  const slot = await createFirstSlot(PROFILE, secret);
  if (!slot.ok) throw new Error(slot.error.code);
  return slot.value;
}
async function keysOf(slot: KeySlot, secret: SlotSecret) {
  const opened = await openSlot(slot, secret);
  if (!opened.ok) throw new Error(opened.error.code);
  return { ...(await vaultKeysOf(opened.value.vaultKey)), ...opened.value };
}
/** True when both secrets lead to the same seal key. */
async function sameVault(a: { sealKey: CryptoKey }, b: { sealKey: CryptoKey }): Promise<boolean> {
  return (await open(b.sealKey, 'c', await seal(a.sealKey, 'c', new Uint8Array([1])))).ok;
}

describe('passphrase slots', () => {
  it('open with their passphrase and no other', async () => {
    const slot = await made(word('une phrase bien longue'));
    expect((await openSlot(slot, word('une phrase bien longue'))).ok).toBe(true);
    expect(await openSlot(slot, word('une phrase bien longu3'))).toEqual(WRONG);
    expect(await openSlot(slot, word('courte'))).toEqual(WRONG);
  });

  it('take 12 characters after NFC, and not 11', async () => {
    const decomposed = 'e\u0301'.repeat(12);
    expect([...decomposed]).toHaveLength(24);
    expect((await createFirstSlot(PROFILE, word(decomposed))).ok).toBe(true);
    const tooShort = { ok: false, error: { code: 'vault/passphrase-too-short', details: { minimum: 12 } } };
    expect(await createFirstSlot(PROFILE, word('e\u0301'.repeat(11)))).toEqual(tooShort);
    expect(await createFirstSlot(PROFILE, word('12345678901'))).toEqual(tooShort);
    expect((await createFirstSlot(PROFILE, word(' '.repeat(12)))).ok).toBe(true);
  });

  it('count a character outside the basic plane once', async () => {
    expect((await createFirstSlot(PROFILE, word('🍁'.repeat(11)))).ok).toBe(false);
    expect((await createFirstSlot(PROFILE, word('🍁'.repeat(12)))).ok).toBe(true);
  });

  it('open alike however the accents were typed', async () => {
    const slot = await made(word('re\u0301colte d\u2019e\u0301te\u0301'));
    expect((await openSlot(slot, word('r\u00e9colte d\u2019\u00e9t\u00e9'))).ok).toBe(true);
  });

  it('use Argon2id 64 MiB, t = 3, p = 1, a salt each', async () => {
    const [a, b] = [await made(word('une phrase bien longue')), await made(word('une phrase bien longue'))];
    expect(a.kdf).toMatchObject({ name: 'argon2id', memoryKiB: 65_536, iterations: 3, parallelism: 1 });
    if (a.kdf.name !== 'argon2id' || b.kdf.name !== 'argon2id') throw new Error('kind');
    expect(a.kdf.salt.byteLength).toBe(16);
    expect(a.kdf.salt).not.toEqual(b.kdf.salt);
  });

  it('lead to a vault of their own each', async () => {
    const secret = word('une phrase bien longue');
    expect(await sameVault(await keysOf(await made(secret), secret), await keysOf(await made(secret), secret))).toBe(
      false,
    );
  });

  it('do not open when they were changed or mixed', async () => {
    const secret = word('une phrase bien longue');
    const [a, b] = [await made(secret), await made(secret)];
    expect(await openSlot({ ...a, wrapped: b.wrapped }, secret)).toEqual(WRONG);
    expect(await openSlot({ ...a, id: b.id }, secret)).toEqual(WRONG);
    expect(await openSlot({ ...a, kdf: { ...a.kdf, iterations: 1 } as KeySlot['kdf'] }, secret)).toEqual(WRONG);
    const changed = await openSlot({ ...a, approvalPrivateKey: b.approvalPrivateKey }, secret);
    expect(changed).toEqual({ ok: false, error: { code: 'vault/damaged-record' } });
  });
});

describe('the keys a slot gives', () => {
  it('cannot be exported, and do one job each', async () => {
    const secret = word('une phrase bien longue');
    const keys = await keysOf(await made(secret), secret);
    const jobs = [keys.vaultKey, keys.approvalKey, keys.sealKey, keys.wrapKey, keys.journalKey];
    expect(jobs.map((key) => key.extractable)).toEqual([false, false, false, false, false]);
    expect(jobs.map((key) => key.usages.toSorted())).toEqual([
      ['deriveKey'],
      ['sign'],
      ['decrypt', 'encrypt'],
      ['unwrapKey', 'wrapKey'],
      ['decrypt', 'encrypt'],
    ]);
  });

  it('are unrelated: the journal key opens nothing of the seal key', async () => {
    const secret = word('une phrase bien longue');
    const keys = await keysOf(await made(secret), secret);
    const sealed = await seal(keys.sealKey, 'c', new Uint8Array([1]));
    expect((await open(keys.journalKey, 'c', sealed)).ok).toBe(false);
  });

  it('include an approval key that the public half verifies', async () => {
    const secret = word('une phrase bien longue');
    const slot = await made(secret);
    const { approvalKey } = await keysOf(slot, secret);
    const data = new Uint8Array([1, 2, 3]);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await crypto.subtle.sign(algorithm, approvalKey, data);
    const publicKey = await crypto.subtle.importKey(
      'spki',
      slot.approvalPublicKey,
      { name: 'ECDSA', namedCurve: 'P-256' },
      true,
      ['verify'],
    );
    expect(await crypto.subtle.verify(algorithm, publicKey, signature, data)).toBe(true);
  });
});

describe('changing how a vault opens', () => {
  it('keeps the vault key and the approval key under a new passphrase', async () => {
    const [before, after] = [word('une phrase bien longue'), word('une autre phrase longue')];
    const old = await made(before);
    const changed = await rewrapSlot(old, before, after);
    if (!changed.ok) throw new Error(changed.error.code);
    expect(changed.value.id).not.toBe(old.id);
    expect(changed.value.profile).toBe(old.profile);
    expect(changed.value.approvalPublicKey).toEqual(old.approvalPublicKey);
    expect(await openSlot(changed.value, before)).toEqual(WRONG);
    expect(await sameVault(await keysOf(old, before), await keysOf(changed.value, after))).toBe(true);
  });

  it('refuses without the old passphrase, or with too short a new one', async () => {
    const secret = word('une phrase bien longue');
    const slot = await made(secret);
    expect(await rewrapSlot(slot, word('pas la bonne phrase'), word('une autre phrase longue'))).toEqual(WRONG);
    const tooShort = await rewrapSlot(slot, secret, word('courte'));
    expect(tooShort.ok ? null : tooShort.error.code).toBe('vault/passphrase-too-short');
  });

  it('adds a passkey beside the passphrase', async () => {
    const secret = word('une phrase bien longue');
    const slot = await made(secret);
    const added = await rewrapSlot(slot, secret, passkey(9));
    if (!added.ok) throw new Error(added.error.code);
    expect(added.value).toMatchObject({ kind: 'prf', kdf: passkey(9).parameters });
    expect(await openSlot(added.value, passkey(8))).toEqual(WRONG);
    expect(await openSlot(added.value, secret)).toEqual(WRONG);
    expect(await openSlot(slot, passkey(9))).toEqual(WRONG);
    expect(await sameVault(await keysOf(slot, secret), await keysOf(added.value, passkey(9)))).toBe(true);
  });

  it('leaves the authenticator output as it was given', async () => {
    const secret = passkey(9);
    await made(secret);
    expect(secret.kind === 'prf' && secret.output[0]).toBe(9);
  });

  it('gives another profile an approval key of its own', async () => {
    const [first, second] = [word('une phrase bien longue'), word('celle de la collègue')];
    const slot = await made(first);
    const other = await addProfileSlot(slot, first, 'profile1111111111111111111', second);
    if (!other.ok) throw new Error(other.error.code);
    expect(other.value.approvalPublicKey).not.toEqual(slot.approvalPublicKey);
    expect(await sameVault(await keysOf(slot, first), await keysOf(other.value, second))).toBe(true);
    expect(await addProfileSlot(slot, second, 'p', second)).toEqual(WRONG);
  });
});
