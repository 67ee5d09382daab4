import { beforeEach, describe, expect, it } from 'vitest';
import type { DocumentId, LocalClientId } from '../../../src/core/ids';
import { sealDocument } from '../../../src/vault/document-key';
import { createBatchKey } from '../../../src/vault/batch-key';
import { randomId } from '../../../src/vault/random-id';
import { sealerOf } from '../../../src/vault/seal';
import type { VaultKeys } from '../../../src/vault/vault-key';
import { checkRecord } from '../../../src/store/check-record';
import { enqueueBatch } from '../../../src/store/enqueue-batch';
import type { Tab } from './store-harness';
import { draftOf, everything, freshProfile, newVaultKeys, NOW, openTab, preparedOf, valueOf } from './store-harness';

let keys: VaultKeys;
let tab: Tab;
beforeEach(async () => {
  freshProfile();
  keys = await newVaultKeys();
  tab = await openTab(keys);
});

const directory = (text: string) => ({
  chunks: [{ id: randomId(), sealed: new TextEncoder().encode(`\u0001 scellé 0123456789012345678901 ${text}`) }],
  snapshot: new TextEncoder().encode('\u0001 scellé 0123456789012345678901'),
});

/** A batch with something for every table. */
async function fullBatch() {
  const draft = draftOf(3);
  const { key, wrapped } = valueOf(await createBatchKey(keys.wrapKey, draft.id));
  const document = randomId<DocumentId>();
  const { sealed, wrappedKey } = await sealDocument(new TextEncoder().encode('%PDF-1.7'), document, key);
  return {
    document,
    draft: {
      ...draft,
      kind: 'documents' as const,
      links: [[randomId<LocalClientId>(), 42]] as const,
      documents: [preparedOf(document, wrappedKey, sealed.byteLength)],
      fallbackBytes: [[document, sealed]] as const,
      directory: directory('a'),
    },
    options: { wrappedKey: wrapped, sealer: sealerOf(key) },
  };
}

describe('confirming a batch', () => {
  it('writes entries, documents, bytes, links, directory and the journal line, and reads them back', async () => {
    const { draft, options, document } = await fullBatch();
    expect(await enqueueBatch(tab.database, tab.journal, draft, options)).toEqual({ ok: true, value: null });
    expect((await tab.outbox.unsettled()).map(({ entry, revision }) => [entry, revision])).toEqual(
      draft.entries.map((entry) => [entry, 1]),
    );
    expect(await tab.documents.open(document)).toEqual({ ok: true, value: new TextEncoder().encode('%PDF-1.7') });
    expect(valueOf(await tab.directory.links())).toEqual(draft.links);
    expect(valueOf(await tab.directory.image())).toEqual({ ...draft.directory, revision: 1 });
    expect(valueOf(await tab.journal.read()).map(({ at, event }) => [at, event])).toEqual([
      [
        NOW,
        {
          kind: 'batch-confirmed',
          batch: draft.id,
          entries: 3,
          sources: draft.sources,
          results: [{ document, sourceSha256: 'cd'.repeat(32), sha256: 'ef'.repeat(32), outcome: 'prepared' }],
        },
      ],
    ]);
  });

  it('leaves only records of the allowed shapes, and no word of what it sealed', async () => {
    const { draft, options } = await fullBatch();
    await enqueueBatch(tab.database, tab.journal, draft, options);
    const tables = await everything(tab.database);
    expect(
      Object.entries(tables)
        .filter(([, records]) => records.length > 0)
        .map(([name]) => name)
        .toSorted(),
    ).toEqual([
      'batches',
      'clientChunks',
      'clientLinks',
      'clientSnapshot',
      'documentBytes',
      'documents',
      'journal',
      'outbox',
    ]);
    for (const [name, records] of Object.entries(tables)) {
      expect(records.flatMap((record) => checkRecord(name, record))).toEqual([]);
    }
    const raw = JSON.stringify(tables, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    for (const word of ['exemple.test', 'abab', 'cdcd', 'efef', '%PDF', 'invitation']) expect(raw).not.toContain(word);
  });

  it.each(['outbox', 'documents', 'documentBytes', 'clientLinks', 'clientChunks', 'clientSnapshot', 'journal'])(
    'writes nothing at all when %s fails',
    async (table) => {
      const { draft, options } = await fullBatch();
      const before = await everything(tab.database);
      tab.database.table(table).hook('creating', () => {
        throw new DOMException('full', 'QuotaExceededError');
      });
      const written = await enqueueBatch(tab.database, tab.journal, draft, options);
      expect(written).toEqual({ ok: false, error: { code: 'storage/quota' } });
      expect(await everything(tab.database)).toEqual(before);
    },
  );

  it('writes a batch once, however often it is confirmed', async () => {
    const { draft, options } = await fullBatch();
    const twice = await Promise.all([1, 2].map(() => enqueueBatch(tab.database, tab.journal, draft, options)));
    expect(twice.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await tab.database.outbox.count()).toBe(3);
    expect(valueOf(await tab.journal.read())).toHaveLength(1);
    expect(valueOf(await tab.directory.image()).revision).toBe(1);
  });

  it('refuses a preview of a directory that was changed meanwhile, and writes nothing', async () => {
    const first = valueOf(await tab.directory.image());
    const other = draftOf(1, { directory: directory('autre onglet') });
    expect((await tab.enqueue(other, first.revision)).ok).toBe(true);
    const before = await everything(tab.database);
    const stale = await tab.enqueue(draftOf(1, { directory: directory('périmé') }), first.revision);
    expect(stale).toEqual({ ok: false, error: { code: 'batch/preview-stale' } });
    expect(await everything(tab.database)).toEqual(before);
    const revision = valueOf(await tab.directory.image()).revision;
    expect((await tab.enqueue(draftOf(1, { directory: directory('frais') }), revision)).ok).toBe(true);
  });

  it('has nothing to write for nothing', async () => {
    expect(await tab.enqueue(draftOf(0))).toEqual({ ok: false, error: { code: 'batch/nothing-to-import' } });
  });

  it('writes nothing that could not be journalled', async () => {
    const { draft, options } = await fullBatch();
    await tab.session.lock(new Set());
    const refused = await enqueueBatch(tab.database, tab.journal, draft, options);
    expect(refused).toEqual({ ok: false, error: { code: 'vault/locked' } });
    expect(await tab.database.batches.count()).toBe(0);
  });

  it('erases documents by their keys: no record, no bytes, no way back', async () => {
    const { draft, options, document } = await fullBatch();
    await enqueueBatch(tab.database, tab.journal, draft, options);
    expect(await tab.documents.erase(draft.id)).toEqual({ ok: true, value: { documents: 1 } });
    expect(await tab.documents.open(document)).toEqual({ ok: false, error: { code: 'storage/missing-document' } });
    expect([await tab.database.documents.count(), await tab.database.documentBytes.count()]).toEqual([0, 0]);
  });

  it('erases a whole batch by its one key', async () => {
    const { draft, options } = await fullBatch();
    await enqueueBatch(tab.database, tab.journal, draft, options);
    valueOf(await tab.batches.eraseKey(draft.id));
    const reopened = await openTab(keys);
    expect(await reopened.outbox.unsettled()).toEqual([]);
    expect(valueOf(await reopened.outbox.all())).toEqual({ entries: [], unreadable: 3 });
    const [record] = await tab.database.batches.toArray();
    expect(record).toEqual({
      id: draft.id,
      kind: 'documents',
      createdAt: NOW,
      wrappedKey: new Uint8Array(0),
      state: 'erased',
    });
    expect(checkRecord('batches', record)).toEqual([]);
  });
});
