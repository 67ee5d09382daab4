import { expect, it } from 'vitest';
import { SlabReader } from '../../../workers/archive/slab-reader';
import { seededRandom } from '../../tools/seeded-random';

const MB = 1024 * 1024;
const SIZE = 9 * MB + 77;
const random = seededRandom(1_129);
const bytes = Uint8Array.from({ length: SIZE }, () => Math.floor(random() * 256));
const blob = new Blob([bytes]);

const ranges = (count: number, longest: number): (readonly [number, number])[] =>
  Array.from({ length: count }, () => {
    const start = Math.floor(random() * SIZE);
    return [start, Math.min(SIZE, start + Math.floor(random() * longest))] as const;
  });
const copied = (view: Uint8Array): Uint8Array => view.slice();
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

it('forwards, backwards, across slabs and beyond one: always the bytes asked for', async () => {
  const slabs = new SlabReader();
  const forwards = ranges(60, MB).toSorted(([a], [b]) => a - b);
  for (const [start, end] of [...forwards, ...ranges(60, 3 * MB), [0, SIZE] as const]) {
    expect(same(await slabs.read(blob, start, end, copied), bytes.subarray(start, end)), `${start}-${end}`).toBe(true);
  }
});

it('readings that cross one another take nothing from one another', async () => {
  const slabs = new SlabReader();
  const other = new Blob([bytes.subarray(5)]);
  const asked = ranges(200, MB).toSorted(([a], [b]) => a - b);
  const read = await Promise.all(
    asked.map(async ([start, end], index) => {
      const from = index % 7 === 0 ? 5 : 0;
      const view = await slabs.read(from === 0 ? blob : other, start, Math.min(end, SIZE - from), copied);
      return same(view, bytes.subarray(start + from, Math.min(end, SIZE - from) + from));
    }),
  );
  expect(read.every(Boolean)).toBe(true);
});

it('a reading that fails leaves the next ones whole', async () => {
  const slabs = new SlabReader();
  const broken = { size: SIZE, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('moved')) }) };
  await expect(slabs.read(broken as unknown as Blob, 0, 10, copied)).rejects.toThrow('moved');
  expect(same(await slabs.read(blob, 3, 30, copied), bytes.subarray(3, 30))).toBe(true);
});
