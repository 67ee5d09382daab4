import { beforeAll, describe, expect, it } from 'vitest';
import type { BatchId, DocumentId } from '../../../src/core/ids';
import { createBatchKey, openBatchKey } from '../../../src/vault/batch-key';
import { BatchKeyring } from '../../../src/vault/batch-keyring';
import { openDocument, sealDocument } from '../../../src/vault/document-key';

const [A, B, UNKNOWN] = ['batch-a', 'batch-b', 'batch-x'] as [BatchId, BatchId, BatchId];
const DOCUMENT = 'document-1' as DocumentId;
const bytes = (text: string) => new TextEncoder().encode(text);
const DAMAGED = { ok: false, error: { code: 'vault/damaged-record' } };
const LOCKED = { ok: false, error: { code: 'vault/locked' } };

let vaultWrapKey: CryptoKey;
beforeAll(async () => {
  vaultWrapKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
});
async function madeKey(batch: BatchId) {
  const made = await createBatchKey(vaultWrapKey, batch);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

describe('batch keys', () => {
  it('are non-extractable and open again from their record', async () => {
    const { key, wrapped } = await madeKey(A);
    expect([key.extractable, key.usages.toSorted()]).toEqual([false, ['decrypt', 'encrypt', 'unwrapKey', 'wrapKey']]);
    const { sealed, wrappedKey } = await sealDocument(bytes('%PDF'), DOCUMENT, key);
    const again = await openBatchKey(vaultWrapKey, A, wrapped);
    if (!again.ok) throw new Error(again.error.code);
    expect(await openDocument(sealed, wrappedKey, DOCUMENT, again.value)).toEqual({ ok: true, value: bytes('%PDF') });
  });

  it('do not open as another batch, nor once erased', async () => {
    const { wrapped } = await madeKey(A);
    expect(await openBatchKey(vaultWrapKey, B, wrapped)).toEqual(DAMAGED);
    expect(await openBatchKey(vaultWrapKey, A, new Uint8Array(0))).toEqual(DAMAGED);
  });
});

describe('document keys', () => {
  it('differ for each document, and fit nothing else', async () => {
    const { key } = await madeKey(A);
    const { key: otherKey } = await madeKey(B);
    const one = await sealDocument(bytes('un'), DOCUMENT, key);
    const two = await sealDocument(bytes('deux'), DOCUMENT, key);
    expect(await openDocument(one.sealed, two.wrappedKey, DOCUMENT, key)).toEqual(DAMAGED);
    expect(await openDocument(one.sealed, one.wrappedKey, DOCUMENT, otherKey)).toEqual(DAMAGED);
    expect(await openDocument(one.sealed, one.wrappedKey, 'document-2' as DocumentId, key)).toEqual(DAMAGED);
  });
});

describe('the keyring', () => {
  const ring = async (batches: readonly BatchId[]) => {
    const records = new Map<BatchId, Uint8Array<ArrayBuffer>>();
    for (const batch of batches) records.set(batch, (await madeKey(batch)).wrapped);
    const asked: BatchId[] = [];
    const keyring = new BatchKeyring(async (batch) => {
      asked.push(batch);
      return records.get(batch) ?? null;
    });
    return { keyring, asked, records };
  };

  it('gives nothing before it is unlocked', async () => {
    const { keyring } = await ring([A]);
    expect(await keyring.sealerFor(A)).toBeNull();
    expect(await keyring.openDocument(A, DOCUMENT, new Uint8Array(0), new Uint8Array(0))).toEqual(LOCKED);
  });

  it('fetches a key once', async () => {
    const { keyring, asked } = await ring([A]);
    keyring.unlock(vaultWrapKey);
    const sealer = await keyring.sealerFor(A);
    if (sealer === null) throw new Error('locked');
    expect(await (await keyring.sealerFor(A))?.open('c', await sealer.seal('c', bytes('x')))).toEqual({
      ok: true,
      value: bytes('x'),
    });
    expect(asked).toEqual([A]);
    expect(await keyring.sealerFor(UNKNOWN)).toBeNull();
  });

  it('keeps the running batches over a lock, even one never asked for, and nothing else', async () => {
    const { keyring } = await ring([A, B]);
    keyring.unlock(vaultWrapKey);
    await keyring.sealerFor(B);
    const locking = keyring.lock(new Set([A]));
    expect(await keyring.sealerFor(B)).toBeNull();
    await locking;
    expect(keyring.held()).toEqual([A]);
    expect(await keyring.sealerFor(A)).not.toBeNull();
    keyring.forget(A);
    expect(await keyring.sealerFor(A)).toBeNull();
    keyring.unlock(vaultWrapKey);
    expect(await keyring.sealerFor(B)).not.toBeNull();
  });

  it('gives no key that arrives after the lock', async () => {
    const { wrapped } = await madeKey(A);
    let answer: (wrapped: Uint8Array<ArrayBuffer>) => void = () => undefined;
    const keyring = new BatchKeyring(() => new Promise((resolve) => (answer = resolve)));
    keyring.unlock(vaultWrapKey);
    const late = keyring.sealerFor(A);
    await keyring.lock(new Set());
    answer(wrapped);
    expect(await late).toBeNull();
    expect(keyring.held()).toEqual([]);
  });

  it('does not hold a batch whose record was erased', async () => {
    const { keyring, records } = await ring([A]);
    records.set(A, new Uint8Array(0));
    keyring.unlock(vaultWrapKey);
    expect(await keyring.sealerFor(A)).toBeNull();
  });
});
