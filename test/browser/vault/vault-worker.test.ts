import { wrap } from 'comlink';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFirstSlot, openSlot } from '../../../src/vault/key-slots';
import { openOfficeKey, sealOfficeKey } from '../../../src/vault/sealed-office-key';
import { newOfficeKey } from '../../../src/vault/office-key';
import { randomId } from '../../../src/vault/random-id';
import type { SlotSecret } from '../../../src/vault/slot-secret';
import type { VaultWorkerApi } from '../../../src/worker-bridge/vault-worker-api';

function startVaultWorker() {
  const worker = new Worker(new URL('../../../workers/vault.worker.ts', import.meta.url), { type: 'module' });
  onTestFinished(() => {
    worker.terminate();
  });
  return wrap<VaultWorkerApi>(worker);
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

describe('the vault worker', () => {
  it('is Argon2id as the reference says, and leaves the page free meanwhile', async () => {
    const vault = startVaultWorker();
    const salt = new TextEncoder().encode('somesalt');
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 10);
    const key = await vault.deriveKey('password', {
      name: 'argon2id',
      memoryKiB: 65_536,
      iterations: 2,
      parallelism: 1,
      salt,
    });
    clearInterval(timer);
    expect(hex(key)).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
    expect(ticks).toBeGreaterThan(3);
  });

  it('makes and opens a vault with the real parameters, and joins an office', async () => {
    const vault = startVaultWorker();
    const deriveKey = vault.deriveKey.bind(vault);
    const secret: SlotSecret = { kind: 'passphrase', passphrase: 'une phrase bien longue', deriveKey };
    const slot = await createFirstSlot(randomId(), secret);
    if (!slot.ok) throw new Error(slot.error.code);
    expect((await openSlot(slot.value, secret)).ok).toBe(true);
    const wrong = await openSlot(slot.value, { ...secret, passphrase: 'une phrase bien longuE' });
    expect(wrong).toEqual({ ok: false, error: { code: 'vault/wrong-passphrase' } });

    const office = newOfficeKey();
    const sealed = await sealOfficeKey(office, 'bureau', 'la phrase du bureau', deriveKey);
    if (!sealed.ok) throw new Error(sealed.error.code);
    expect(await openOfficeKey(sealed.value, 'bureau', 'la phrase du bureau', deriveKey)).toEqual({
      ok: true,
      value: office,
    });
  });
});
