import { describe, expect, it } from 'vitest';
import { deriveKey } from '../../../workers/vault/derive-key';

const parameters = (salt: string, iterations = 2) => ({
  name: 'argon2id' as const,
  memoryKiB: 65_536,
  iterations,
  parallelism: 1,
  salt: new TextEncoder().encode(salt),
});
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('Argon2id', () => {
  it('agrees with the reference implementation (phc-winner-argon2, src/test.c: 64 MiB, t = 2, p = 1)', async () => {
    expect(hex(await deriveKey('password', parameters('somesalt')))).toBe(
      '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
    );
  });

  it('takes the passphrase in NFC', async () => {
    const [composed, decomposed] = [
      await deriveKey('\u00e9t\u00e9', parameters('somesalt', 1)),
      await deriveKey('e\u0301te\u0301', parameters('somesalt', 1)),
    ];
    expect(hex(composed)).toBe(hex(decomposed));
  });
});
