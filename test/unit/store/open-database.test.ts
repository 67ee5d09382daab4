import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_NAME } from '../../../src/store/database';
import { openDatabase } from '../../../src/store/open-database';
import { attempt, storageError } from '../../../src/store/storage-error';
import { freshProfile, valueOf } from './store-harness';

beforeEach(freshProfile);

const inFuture = async (version: number): Promise<Dexie> => {
  const future = new Dexie(DATABASE_NAME);
  future.version(version).stores({ outbox: 'id, batch, lane, [lane+batch], dueAt', unheardOf: 'id' });
  return future.open();
};

describe('opening the database', () => {
  it('makes every table once, and opens again', async () => {
    const database = valueOf(await openDatabase());
    expect(database.tables.map(({ name }) => name).toSorted()).toEqual([
      'batches',
      'clientChunks',
      'clientLinkPacks',
      'clientLinks',
      'clientSnapshot',
      'deployment',
      'deviceKeys',
      'documentBytes',
      'documents',
      'journal',
      'keySlots',
      'outbox',
      'settings',
    ]);
    database.close();
    expect((await openDatabase()).ok).toBe(true);
  });

  it('indexes random ids, lane, due time and batch, nothing else', async () => {
    const database = valueOf(await openDatabase());
    const indexes = database.tables.flatMap(({ name, schema }) =>
      schema.indexes.map((index) => `${name}.${index.name}`),
    );
    expect(indexes.toSorted()).toEqual([
      'batches.createdAt',
      'documents.batch',
      'documents.pack',
      'outbox.[lane+batch]',
    ]);
  });

  it('refuses data of a newer version, and leaves them as they are', async () => {
    const future = await inFuture(3);
    await future.table('unheardOf').put({ id: 'a' });
    future.close();
    expect(await openDatabase()).toEqual({ ok: false, error: { code: 'storage/newer-version' } });
    const again = await inFuture(3);
    expect(await again.table('unheardOf').count()).toBe(1);
    expect(again.backendDB().version).toBe(30);
    expect([...again.backendDB().objectStoreNames]).toEqual(['outbox', 'unheardOf']);
  });

  it('says when another tab upgrades it, lets go, and stays closed', async () => {
    const lost: string[] = [];
    const database = valueOf(await openDatabase({ onLost: ({ code }) => lost.push(code) }));
    const future = await inFuture(3);
    expect(lost).toEqual(['storage/newer-version']);
    expect(await attempt(() => database.outbox.count())).toEqual({ ok: false, error: { code: 'storage/blocked' } });
    future.close();
  });

  it('says when another tab deletes it', async () => {
    const lost: string[] = [];
    valueOf(await openDatabase({ onLost: ({ code }) => lost.push(code) }));
    await Dexie.delete(DATABASE_NAME);
    expect(lost).toEqual(['storage/blocked']);
  });

  it('does not wait for ever for a tab that will not let go of an older version', async () => {
    const frozen = new Promise<IDBDatabase>((resolve, reject) => {
      const { indexedDB } = Dexie.dependencies;
      const request = indexedDB.open(DATABASE_NAME, 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('open'));
    });
    (await frozen).onversionchange = () => undefined;
    expect(await openDatabase()).toEqual({ ok: false, error: { code: 'storage/blocked' } });
  });

  it('says when there is no IndexedDB', async () => {
    Reflect.deleteProperty(Dexie.dependencies, 'indexedDB');
    expect(await openDatabase()).toEqual({ ok: false, error: { code: 'storage/blocked' } });
  });
});

describe('what a failure means', () => {
  const named = (name: string, more: object = {}) => Object.assign(new Error(name), { name, ...more });
  it.each([
    ['a full disk', new DOMException('', 'QuotaExceededError'), 'storage/quota'],
    [
      'a full disk inside an abort',
      named('AbortError', { inner: new DOMException('', 'QuotaExceededError') }),
      'storage/quota',
    ],
    ['a full disk among a bulk', named('BulkError', { failures: [named('QuotaExceededError')] }), 'storage/quota'],
    ['a newer version', new DOMException('', 'VersionError'), 'storage/newer-version'],
    ['a closed database', named('DatabaseClosedError'), 'storage/blocked'],
    ['a browser that refuses', new DOMException('', 'SecurityError'), 'storage/blocked'],
  ])('%s', (_, error, code) => {
    expect(storageError(error)).toEqual({ code });
  });

  it('does not pass a bug for a storage failure', async () => {
    expect(() => storageError(new TypeError('bug'))).toThrow('bug');
    await expect(attempt(() => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug');
  });
});
