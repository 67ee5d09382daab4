import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/vault/digest';
import { createDeviceKey } from '../../../src/vault/device-key';
import { randomId } from '../../../src/vault/random-id';

describe('the device key', () => {
  it('signs, cannot be exported, cannot be wrapped', async () => {
    const { privateKey, publicKey } = await createDeviceKey();
    expect([privateKey.extractable, privateKey.usages, publicKey.usages]).toEqual([false, ['sign'], ['verify']]);
    await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
    const by = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['wrapKey']);
    const algorithm = { name: 'AES-GCM', iv: new Uint8Array(12) };
    await expect(crypto.subtle.wrapKey('pkcs8', privateKey, by, algorithm)).rejects.toThrow();
  });
});

describe('small things', () => {
  it('digests text and bytes alike (FIPS 180-4, "abc")', async () => {
    const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await sha256('abc')).toBe(expected);
    expect(await sha256(new TextEncoder().encode('abc'))).toBe(expected);
  });

  it('makes ids of 128 random bits in lower-case hex', () => {
    const ids = Array.from({ length: 100 }, () => randomId());
    expect(new Set(ids).size).toBe(100);
    expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  });
});
