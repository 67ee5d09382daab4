import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { fflateInflate, nativeInflate } from '../../../workers/archive/native-inflate';
import type { Inflate } from '../../../workers/archive/native-inflate';

let inflate: Inflate;
beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve('@zip.js/zip.js/dist/zip-module.wasm');
  inflate = await nativeInflate(await WebAssembly.compile(await readFile(path)));
});

const packed = (bytes: Uint8Array, level = 6) => new Uint8Array(deflateRawSync(bytes, { level }));

it('gives what was packed: nothing, little, more than its buffers, all alike and at random', () => {
  const random = Uint8Array.from({ length: 700_000 }, (_, index) => Math.imul(index, 2_654_435_761) >>> 13);
  for (const bytes of [new Uint8Array(), Uint8Array.of(7), new Uint8Array(3_000_000), random]) {
    for (const level of [0, 1, 9]) {
      const out = inflate(packed(bytes, level), bytes.length);
      // Not by toEqual, which walks through millions of numbers.
      expect(out !== null && Buffer.compare(out, bytes) === 0).toBe(true);
    }
  }
});

it('a stream that gives more or less than declared, or was cut, gives nothing', () => {
  const bytes = new Uint8Array(1_000_000).fill(65);
  const data = packed(bytes);
  expect(inflate(data, 999_999)).toBeNull();
  expect(inflate(data, 1_000_001)).toBeNull();
  expect(inflate(data.slice(0, -1), 1_000_000)).toBeNull();
  expect(inflate(new Uint8Array(), 0)).toBeNull();
});

it('on any bytes: never throws, and never another answer than fflate where both give one', () => {
  const source = packed(new TextEncoder().encode('Déclaration de revenus, exemple fictif. '.repeat(40)));
  const wounds = fc.array(fc.tuple(fc.nat(source.length - 1), fc.nat(255)), { maxLength: 3 });
  fc.assert(
    fc.property(wounds, fc.integer({ min: 0, max: 2000 }), (changes, size) => {
      const data = source.slice();
      for (const [at, value] of changes) data[at] = value;
      const [ours, theirs] = [inflate(data, size), fflateInflate(data, size)];
      if (ours !== null && theirs !== null) expect(ours).toEqual(theirs);
    }),
    { numRuns: 1500 },
  );
});
