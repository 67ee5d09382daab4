import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../src/core/ids';
import { openDocument, sealDocument } from '../../../src/vault/document-key';
import { open, openJson, seal, sealJson } from '../../../src/vault/seal';
import { fromBase64, toBase64 } from '../../../src/vault/base64';

const AES = { name: 'AES-GCM', length: 256 } as const;
const plainBytes = fc.uint8Array({ maxLength: 4096 }).map((bytes) => new Uint8Array(bytes));

describe('sealing, whatever the bytes', () => {
  it('opens to what was sealed, under the same context only', async () => {
    const key = await crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']);
    await fc.assert(
      fc.asyncProperty(plainBytes, fc.string(), fc.string(), async (plain, context, other) => {
        const sealed = await seal(key, context, plain);
        expect(await open(key, context, sealed)).toEqual({ ok: true, value: plain });
        if (other !== context) expect((await open(key, other, sealed)).ok).toBe(false);
      }),
    );
  });

  it('does not open after any single bit was changed, anywhere', async () => {
    const key = await crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']);
    await fc.assert(
      fc.asyncProperty(plainBytes, fc.nat(), fc.nat(7), async (plain, place, bit) => {
        const sealed = await seal(key, 'c', plain);
        const at = place % sealed.byteLength;
        sealed[at] = (sealed[at] ?? 0) ^ (1 << bit);
        expect((await open(key, 'c', sealed)).ok).toBe(false);
      }),
    );
  });

  it('gives JSON back', async () => {
    const key = await crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const opened = await openJson(key, 'c', await sealJson(key, 'c', value));
        expect(opened).toEqual({ ok: true, value: JSON.parse(JSON.stringify(value)) });
      }),
    );
  });

  it('opens a document only as itself', async () => {
    const key = await crypto.subtle.generateKey(AES, false, ['wrapKey', 'unwrapKey']);
    await fc.assert(
      fc.asyncProperty(plainBytes, fc.uuid(), fc.uuid(), async (plain, a, b) => {
        fc.pre(a !== b);
        const [id, other] = [a as DocumentId, b as DocumentId];
        const { sealed, wrappedKey } = await sealDocument(plain, id, key);
        expect(await openDocument(sealed, wrappedKey, id, key)).toEqual({ ok: true, value: plain });
        expect((await openDocument(sealed, wrappedKey, other, key)).ok).toBe(false);
      }),
    );
  });

  it('base64 there and back', () => {
    fc.assert(
      fc.property(plainBytes, (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
  });
});
