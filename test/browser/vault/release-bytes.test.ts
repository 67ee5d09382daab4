import { expect, it } from 'vitest';
import { releaseAnswer, releaseBytes } from '../../../src/vault/release-bytes';

const aes = { name: 'AES-GCM', length: 256, iv: new Uint8Array(12) };
const key = () => crypto.subtle.generateKey(aes, false, ['encrypt']);

it('bytes of our own making are gone at once, and again does no harm', () => {
  const bytes = new Uint8Array(1_000_000).fill(7);
  releaseBytes(bytes);
  releaseBytes(bytes);
  expect(bytes.buffer.byteLength).toBe(0);
});

it('a part of something larger is not ours to give back', () => {
  const whole = new Uint8Array(1_000_000).fill(7);
  releaseBytes(whole.subarray(10));
  expect(whole[999_999]).toBe(7);
});

it.each([
  ['a Blob', () => new Blob([new Uint8Array(1_000_000)]).arrayBuffer()],
  ['WebCrypto', async () => crypto.subtle.encrypt(aes, await key(), new Uint8Array(1_000_000))],
])('what %s answered is gone at once, and again does no harm', async (_, ask) => {
  const buffer = await ask();
  releaseAnswer(buffer);
  releaseAnswer(buffer);
  expect(buffer.byteLength).toBe(0);
});
