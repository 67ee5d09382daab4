import { beforeEach, describe, expect, it } from 'vitest';
import type { BatchId } from '../../../src/core/ids';
import { collectOrphans, ORPHAN_AGE_MS } from '../../../src/store/collect-orphans';
import { documentBytes } from '../../../src/store/document-bytes';
import { openDatabase } from '../../../src/store/open-database';
import { listPacks } from '../../../src/store/packs/list-packs';
import { openPackWriter } from '../../../src/store/packs/open-pack-writer';
import { readPack } from '../../../src/store/packs/read-pack';
import { removePack } from '../../../src/store/packs/remove-pack';
import { randomId } from '../../../src/vault/random-id';
import { limitQuota, startStoreWorker, valueOf } from './start-store-worker';

const bytes = (...values: number[]) => new Uint8Array(values);
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);

beforeEach(async () => {
  for (const { pack } of valueOf(await listPacks())) await removePack(pack);
});

describe('a pack', () => {
  it('holds what was appended, each at its place, and is read on the page while it is written', async () => {
    const worker = startStoreWorker();
    const batch = randomId<BatchId>();
    valueOf(await worker.open(batch));
    const one = valueOf(await worker.append(bytes(1, 2, 3)));
    const two = valueOf(await worker.append(bytes(4, 5)));
    valueOf(await worker.flush());
    expect([one, two]).toEqual([
      { pack: `${batch}-0.pack`, offset: 0, length: 3 },
      { pack: `${batch}-0.pack`, offset: 3, length: 2 },
    ]);
    expect(valueOf(await readPack(two))).toEqual(bytes(4, 5));
    const three = valueOf(await worker.append(bytes(6)));
    valueOf(await worker.close());
    expect(valueOf(await readPack(one))).toEqual(bytes(1, 2, 3));
    expect(valueOf(await readPack(three))).toEqual(bytes(6));
  });

  it('is one for each worker of the pool', async () => {
    const [first, second] = [startStoreWorker(), startStoreWorker()];
    const batch = randomId<BatchId>();
    expect([code(await first.open(batch, 0)), code(await second.open(batch, 1))]).toEqual(['ok', 'ok']);
    expect(valueOf(await second.append(bytes(9))).pack).toBe(`${batch}-1.pack`);
  });

  it('refuses a second writer, and is free again when the first has closed or died', async () => {
    const [first, second] = [startStoreWorker(), startStoreWorker()];
    const batch = randomId<BatchId>();
    valueOf(await first.open(batch));
    valueOf(await first.append(bytes(1, 2, 3)));
    expect(code(await second.open(batch))).toBe('storage/pack-in-use');
    valueOf(await first.close());
    expect(code(await second.open(batch))).toBe('ok');
    expect(valueOf(await second.append(bytes(4))).offset).toBe(3);
  });

  it('gives back on closing what was reserved and not used', async () => {
    const worker = startStoreWorker();
    const batch = randomId<BatchId>();
    valueOf(await worker.open(batch));
    valueOf(await worker.reserve(1_000_000));
    expect(valueOf(await listPacks())).toMatchObject([{ size: 1_000_000 }]);
    expect(valueOf(await worker.append(bytes(1, 2))).offset).toBe(0);
    valueOf(await worker.close());
    expect(valueOf(await listPacks())).toMatchObject([{ pack: `${batch}-0.pack`, size: 2 }]);
  });

  it('says that the disk is full, and keeps what it had', async () => {
    const worker = startStoreWorker();
    valueOf(await worker.open(randomId<BatchId>()));
    const kept = valueOf(await worker.append(bytes(1, 2, 3)));
    await limitQuota(20_000_000);
    expect(code(await worker.append(new Uint8Array(60_000_000)))).toBe('storage/quota');
    valueOf(await worker.close());
    expect(valueOf(await readPack(kept))).toEqual(bytes(1, 2, 3));
  });

  it('cannot be written on the page: the bytes go to IndexedDB then', async () => {
    expect(code(await openPackWriter(randomId<BatchId>()))).toBe('storage/blocked');
  });

  it('says what is not there', async () => {
    const worker = startStoreWorker();
    valueOf(await worker.open(randomId<BatchId>()));
    const place = valueOf(await worker.append(bytes(1, 2, 3)));
    valueOf(await worker.close());
    expect(code(await readPack({ ...place, length: 4 }))).toBe('storage/missing-document');
    expect(code(await removePack(place.pack))).toBe('ok');
    expect(code(await readPack(place))).toBe('storage/missing-document');
    expect(code(await removePack(place.pack))).toBe('ok');
  });
});

describe('orphans', () => {
  it('are collected when old, unless a document refers to them or a writer has them', async () => {
    const database = valueOf(await openDatabase({ name: randomId() }));
    const port = documentBytes(database);
    const [used, orphan, writing] = [startStoreWorker(), startStoreWorker(), startStoreWorker()];
    const batches = [randomId<BatchId>(), randomId<BatchId>(), randomId<BatchId>()] as const;
    valueOf(await used.open(batches[0]));
    const place = valueOf(await used.append(bytes(1)));
    valueOf(await used.close());
    await database.documents.add({ id: randomId(), batch: batches[0], ...place, wrappedKey: new Uint8Array(29) });
    valueOf(await orphan.open(batches[1]));
    valueOf(await orphan.append(bytes(1, 2, 3, 4)));
    valueOf(await orphan.close());
    valueOf(await writing.open(batches[2]));
    valueOf(await writing.append(bytes(1)));
    valueOf(await writing.flush());

    expect(
      valueOf(await port.orphans())
        .map(({ pack }) => pack)
        .toSorted(),
    ).toEqual([`${batches[1]}-0.pack`, `${batches[2]}-0.pack`].toSorted());
    expect(valueOf(await collectOrphans(port, Date.now()))).toBe(0);
    expect(valueOf(await collectOrphans(port, Date.now() + ORPHAN_AGE_MS + 1000))).toBe(4);
    expect(
      valueOf(await listPacks())
        .map(({ pack }) => pack)
        .toSorted(),
    ).toEqual([`${batches[0]}-0.pack`, `${batches[2]}-0.pack`].toSorted());
    await database.delete();
  });
});
