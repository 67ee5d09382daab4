import { beforeEach, describe, expect, it } from 'vitest';
import { appError } from '../../../src/core/app-error';
import type { RowId } from '../../../src/core/ids';
import { err, ok } from '../../../src/core/result';
import { DocumentsSession } from '../../../src/features/documents-sending/documents-session.svelte';
import type { DocumentsImport } from '../../../src/ui/controls/documents-import';
import { FakeApp } from '../../fakes/fake-app.svelte';
import { fakeDocumentRow } from '../../fakes/fake-rows';

const id = (text: string): RowId => text as RowId;
const words = { emailTemplateId: 'm-2', folderTitle: 'Documents 2025' };

let app: FakeApp;

beforeEach(() => {
  app = new FakeApp();
  app.documentRows = [
    fakeDocumentRow('a', 'Zoé Fictive'),
    fakeDocumentRow('b', 'Réal Inventé', { status: 'confirm' }),
    fakeDocumentRow('c', 'Odile Fictive', { status: 'confirm' }),
    fakeDocumentRow('d', 'Line Fictive', { status: 'blocked' }),
    fakeDocumentRow('e', null),
  ];
});

async function previewed(changes: Partial<DocumentsImport> = {}): Promise<DocumentsSession> {
  const session = new DocumentsSession({ ...app.documents, ...changes }, () => 0, 2025);
  session.chooseFiles([new File(['x'], 't183.zip')]);
  await session.preview();
  return session;
}

describe('decisions', () => {
  it('« Tout confirmer » confirms what is to confirm and nothing else', async () => {
    const session = await previewed();
    await session.confirmAll();
    expect(app.asked.decisions).toEqual([
      ['b', { kind: 'confirm' }],
      ['c', { kind: 'confirm' }],
    ]);
    expect(session.outlook.counts).toMatchObject({ ready: 3, confirm: 0, blocked: 1, unmatched: 1 });
  });

  it('are undone by null, and the row is judged anew', async () => {
    const session = await previewed();
    await session.decide(id('b'), { kind: 'confirm' });
    await session.decide(id('b'), null);
    expect(session.decisions.size).toBe(0);
    expect(session.outlook.counts.confirm).toBe(2);
  });

  it('of the worker that fail change nothing and are said', async () => {
    const session = await previewed({ decide: async () => err(appError('worker/crashed')) });
    await session.decide(id('b'), { kind: 'confirm' });
    expect(session.decisions.size).toBe(0);
    expect(session.state).toMatchObject({ kind: 'preview', failure: { code: 'worker/crashed' } });
  });

  it('go with the marks of the folders; with none where the server takes none, whatever was typed before', async () => {
    const session = await previewed();
    Object.assign(session.choice.folder, { labels: 'T183; saison', followUpOn: '2199-12-31' });
    await session.importAll(words);
    const elsewhere = await previewed({ marksFolders: false });
    Object.assign(elsewhere.choice.folder, { labels: 'T183' });
    await elsewhere.importAll(words);
    expect(app.asked.documents.map(({ marks }) => marks)).toEqual([
      { labels: ['T183', 'saison'], followUpOn: '2199-12-31' },
      {},
    ]);
  });

  it('wait while a mark cannot be taken', async () => {
    const session = await previewed();
    session.choice.folder.followUpOn = '2020-01-01';
    expect(session.importable).toBe(false);
    await session.importAll(words);
    expect([session.state.kind, app.asked.documents]).toEqual(['preview', []]);
    session.choice.folder.followUpOn = '';
    expect(session.importable).toBe(true);
  });

  it('go to the import with template and title', async () => {
    const session = await previewed();
    await session.decide(id('e'), { kind: 'assign', clientId: 'local-zoe' as never });
    await session.decide(id('a'), { kind: 'set-aside', reason: 'à revoir' });
    await session.importAll(words);
    expect(app.asked.documents).toEqual([
      {
        decisions: [
          ['e', { kind: 'assign', clientId: 'local-zoe' }],
          ['a', { kind: 'set-aside', reason: 'à revoir' }],
        ],
        ...words,
        marks: {},
      },
    ]);
  });
});

describe('importing', () => {
  it('is closed while the batch looks shifted', async () => {
    const session = await previewed({
      preview: async (_request, on) => {
        on.rows(app.documentRows);
        const counts = { ready: 1, confirm: 2, check: 0, blocked: 1, unmatched: 1, 'already-sent': 0, refused: 0 };
        return ok({ counts, sources: [], shifted: true });
      },
    });
    expect(session.importable).toBe(false);
    await session.importAll(words);
    expect(app.asked.documents).toEqual([]);
  });

  it('is closed once year, form, naming or files differ from the preview', async () => {
    const session = await previewed();
    session.choice.taxYear = 2024;
    expect([session.stale, session.importable]).toEqual([true, false]);
    session.choice.taxYear = 2025;
    expect(session.importable).toBe(true);
    session.choice.naming = 'N5';
    expect(session.importable).toBe(false);
  });

  it('is closed once the office taught another nomenclature, and the next preview is read by it', async () => {
    const asked: unknown[] = [];
    const session = await previewed({
      preview: (request, on) => {
        asked.push(request.options.officeNaming?.pattern);
        return app.documents.preview(request, on);
      },
    });
    await app.documents.namings.save({ form: 'by-content', pattern: '{ignore}_{name}_{year}' });
    await session.learnNamings();
    expect([session.stale, session.importable]).toEqual([true, false]);
    session.choice.naming = 'N1';
    await session.preview();
    session.choice.naming = 'N9';
    await session.preview();
    expect(asked).toEqual([undefined, undefined, '{ignore}_{name}_{year}']);
  });

  it('can be stopped: nothing of the batch is queued', async () => {
    let finish = (): void => undefined;
    const session = await previewed({
      importAll: async () => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return err(appError('worker/aborted'));
      },
    });
    const running = session.importAll(words);
    expect(session.state).toMatchObject({ kind: 'importing', done: 0, total: 1 });
    session.cancel();
    finish();
    await running;
    expect(app.asked.cancels).toBe(1);
    expect(session.state).toEqual({ kind: 'idle', cancelled: true });
  });

  it('says what no envelope could carry, beside what could not be prepared', async () => {
    const session = await previewed({
      importAll: async () => ok({ batch: 'batch-1' as never, envelopes: 1, refused: [], leftOut: [id('a')] }),
    });
    await session.importAll(words);
    expect(session.state).toMatchObject({
      kind: 'imported',
      refused: [{ id: 'a', status: 'refused', refusal: { code: 'batch/no-recipient' } }],
    });
  });
});
