import { beforeAll, describe, expect, it } from 'vitest';
import { open, openJson, seal, sealJson, sealerOf } from '../../../src/vault/seal';

const bytes = (text: string) => new TextEncoder().encode(text);
const newKey = (usages: KeyUsage[] = ['encrypt', 'decrypt']) =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, usages);
const DAMAGED = { ok: false, error: { code: 'vault/damaged-record' } };

describe('seal and open', () => {
  let key: CryptoKey;
  beforeAll(async () => {
    key = await newKey();
  });

  it('writes version 1, a 12-byte iv, then the ciphertext with its 16-byte tag', async () => {
    const sealed = await seal(key, 'outbox:a', bytes('bonjour'));
    expect(sealed[0]).toBe(1);
    expect(sealed.byteLength).toBe(1 + 12 + 7 + 16);
    const [iv, ciphertext] = [sealed.slice(1, 13), sealed.slice(13)];
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: bytes('outbox:a') },
      key,
      ciphertext,
    );
    expect(new TextDecoder().decode(plain)).toBe('bonjour');
  });

  it('never seals the same twice alike', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => seal(key, 'c', bytes('même texte'))));
    expect(new Set(all.map((sealed) => sealed.slice(1, 13).join())).size).toBe(50);
  });

  it('does not open a value moved to another record', async () => {
    expect(await open(key, 'outbox:b', await seal(key, 'outbox:a', bytes('x')))).toEqual(DAMAGED);
  });

  it('does not open under another key', async () => {
    expect(await open(await newKey(), 'c', await seal(key, 'c', bytes('x')))).toEqual(DAMAGED);
  });

  it.each([0, 1, 12, 13, 20, 28, 29])('does not open when byte %i was changed', async (at) => {
    const sealed = await seal(key, 'c', bytes('x'));
    expect(sealed.byteLength).toBe(30);
    sealed[at] = (sealed[at] ?? 0) ^ 1;
    expect(await open(key, 'c', sealed)).toEqual(DAMAGED);
  });

  it.each([0, 1, 13, 28])('does not open %i bytes', async (length) => {
    expect(await open(key, 'c', new Uint8Array(length).fill(1))).toEqual(DAMAGED);
  });

  it('does not pass a bug for damage: a key that may not decrypt throws', async () => {
    const sealOnly = await newKey(['encrypt']);
    await expect(open(sealOnly, 'c', await seal(sealOnly, 'c', bytes('x')))).rejects.toThrow();
  });

  it('seals an empty value', async () => {
    expect(await open(key, 'c', await seal(key, 'c', new Uint8Array(0)))).toEqual({
      ok: true,
      value: new Uint8Array(0),
    });
  });

  it('seals JSON, accents included', async () => {
    const sealed = await sealJson(key, 'c', { nom: 'Félicité Île-d’Âme', absent: null });
    expect(await openJson(key, 'c', sealed)).toEqual({ ok: true, value: { nom: 'Félicité Île-d’Âme', absent: null } });
    expect(await openJson(key, 'd', sealed)).toEqual(DAMAGED);
  });

  it('is a Sealer over a key it holds', async () => {
    const sealer = sealerOf(key);
    const opened = await sealer.open('c', await sealer.seal('c', bytes('x')));
    expect(opened).toEqual({ ok: true, value: bytes('x') });
    expect(await open(key, 'c', await sealer.seal('c', bytes('y')))).toEqual({ ok: true, value: bytes('y') });
  });
});
