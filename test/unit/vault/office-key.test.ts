import { describe, expect, it } from 'vitest';
import { keyedHash } from '../../../src/vault/keyed-hash';
import { newOfficeKey, officeKeysOf } from '../../../src/vault/office-key';
import { openOfficeKey, sealOfficeKey } from '../../../src/vault/sealed-office-key';
import { createHmac, hkdfSync } from 'node:crypto';
import { quickDeriveKey } from './quick-derive-key';

const PASSPHRASE = 'la phrase du bureau';
const WRONG = { ok: false, error: { code: 'office/wrong-passphrase' } };
const DAMAGED = { ok: false, error: { code: 'office/damaged' } };

async function sealed(office = 'o1', key = newOfficeKey()): Promise<string> {
  const text = await sealOfficeKey(key, office, PASSPHRASE, quickDeriveKey);
  if (!text.ok) throw new Error(text.error.code);
  return text.value;
}

describe('the office key', () => {
  it('gives two workstations the same hashes, as HMAC over HKDF says', async () => {
    const key = newOfficeKey();
    const [here, there] = [await officeKeysOf(key), await officeKeysOf(key.slice())];
    const hash = await keyedHash(here.identifierKey, 'sin:000000018');
    expect(await keyedHash(there.identifierKey, 'sin:000000018')).toBe(hash);
    const subkey = Buffer.from(hkdfSync('sha256', key, new Uint8Array(0), 'impot-sync/office/identifier/v1', 32));
    expect(hash).toBe(createHmac('sha256', subkey).update('sin:000000018').digest('hex'));
  });

  it('hashes a SIN and a BN of the same digits apart, and deliveries under another key', async () => {
    const { identifierKey, deliveryKey } = await officeKeysOf(newOfficeKey());
    const all = [
      await keyedHash(identifierKey, 'sin:000000018'),
      await keyedHash(identifierKey, 'bn:000000018'),
      await keyedHash(deliveryKey, 'sin:000000018'),
    ];
    expect(new Set(all).size).toBe(3);
    expect(all.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it('gives keys that cannot be exported', async () => {
    const { identifierKey, deliveryKey, indexKey } = await officeKeysOf(newOfficeKey());
    expect([identifierKey, deliveryKey, indexKey].map((key) => [key.extractable, key.usages.toSorted()])).toEqual([
      [false, ['sign']],
      [false, ['sign']],
      [false, ['decrypt', 'encrypt']],
    ]);
  });

  it('opens with the office passphrase, on the same office, and not otherwise', async () => {
    const key = newOfficeKey();
    const text = await sealed('o1', key);
    expect(await openOfficeKey(text, 'o1', PASSPHRASE, quickDeriveKey)).toEqual({ ok: true, value: key });
    expect(await openOfficeKey(text, 'o1', 'une autre phrase', quickDeriveKey)).toEqual(WRONG);
    expect(await openOfficeKey(text, 'o1', 'courte', quickDeriveKey)).toEqual(WRONG);
    expect(await openOfficeKey(text, 'o2', PASSPHRASE, quickDeriveKey)).toEqual(WRONG);
  });

  it('asks for 12 characters', async () => {
    const short = await sealOfficeKey(newOfficeKey(), 'o1', 'onze lettre', quickDeriveKey);
    expect(short).toEqual({ ok: false, error: { code: 'vault/passphrase-too-short', details: { minimum: 12 } } });
  });

  it('says what it needs to be opened, and nothing of the key', async () => {
    const key = newOfficeKey();
    const text = await sealed('o1', key);
    expect(JSON.parse(text)).toEqual({
      version: 1,
      kdf: { name: 'argon2id', memoryKiB: 65_536, iterations: 3, parallelism: 1, salt: expect.any(String) },
      wrapped: expect.any(String),
    });
    expect(text).not.toContain(Buffer.from(key).toString('base64').slice(0, 20));
  });

  it.each([
    ['not JSON', () => 'bonjour'],
    ['null', () => 'null'],
    ['another version', (text: string) => text.replace('"version":1', '"version":2')],
    ['another derivation', (text: string) => text.replace('argon2id', 'scrypt')],
    ['a salt that is not base64', (text: string) => text.replace(/"salt":"[^"]*"/, '"salt":"é"')],
    ['no salt to speak of', (text: string) => text.replace(/"salt":"[^"]*"/, '"salt":"AAAA"')],
    ['memory meant to freeze the machine', (text: string) => text.replace('65536', '4194304')],
    ['memory that makes guessing cheap', (text: string) => text.replace('65536', '8')],
    ['iterations without end', (text: string) => text.replace('"iterations":3', '"iterations":1000000')],
    ['a fractional parallelism', (text: string) => text.replace('"parallelism":1', '"parallelism":1.5')],
  ])('refuses %s without deriving anything', async (_, change) => {
    const never = () => Promise.reject(new Error('derived'));
    expect(await openOfficeKey(change(await sealed()), 'o1', PASSPHRASE, never)).toEqual(DAMAGED);
  });
});
