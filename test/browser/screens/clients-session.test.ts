import { beforeEach, describe, expect, it } from 'vitest';
import { appError } from '../../../src/core/app-error';
import type { RowId } from '../../../src/core/ids';
import { err } from '../../../src/core/result';
import { ClientsSession } from '../../../src/features/clients-sync/clients-session.svelte';
import { packRows } from '../../../src/worker-bridge/packed-rows';
import { FakeApp } from '../../fakes/fake-app.svelte';
import { fakeCandidate, fakePlanRow } from '../../fakes/fake-rows';

const id = (text: string): RowId => text as RowId;
const shown = ({ visible, rows }: ClientsSession) => [...visible].map((position) => rows.at(position)?.id);
const csv = (name = 'liste.csv'): File => new File(['x'], name);
const change = { field: 'city', before: 'Lévis', after: 'Québec' } as const;

let app: FakeApp;
let session: ClientsSession;
let now = 0;

beforeEach(() => {
  now = 0;
  app = new FakeApp();
  app.planRows = [
    fakePlanRow('a', 'Zoé Fictive'),
    fakePlanRow('b', 'Réal Inventé', { status: 'update', changes: [change, { ...change, field: 'phone' }] }),
    fakePlanRow('c', 'Odile Fictive', {
      status: 'check',
      candidates: [fakeCandidate(12, 'Odille Fictive')],
    }),
  ];
  session = new ClientsSession(app.clients, () => now);
});

async function previewed(): Promise<void> {
  session.chooseFile(csv());
  await session.preview();
}

describe('choosing', () => {
  it('follows the extension until the software is chosen by hand', () => {
    session.chooseFile(csv('liste.xlsx'));
    expect(session.software).toBe('taxprep');
    session.chooseSoftware('dt-max');
    session.chooseFile(csv('autre.xlsx'));
    expect(session.software).toBe('dt-max');
  });
});

describe('preview', () => {
  it('does nothing without a file', async () => {
    await session.preview();
    expect(session.state).toEqual({ kind: 'idle', cancelled: false });
  });

  it('shows every row, then those of a filter or a search', async () => {
    await previewed();
    expect(shown(session)).toEqual(['a', 'b', 'c']);
    session.show('check');
    expect(shown(session)).toEqual(['c']);
    session.show('all');
    await session.find('réal');
    expect(shown(session)).toEqual(['b']);
  });

  it('tells its progress on its own clock', async () => {
    let seen: unknown;
    app.clientsPreview = async (_request, on) => {
      now = 2000;
      on.progress(10, 40);
      seen = session.state;
      return err(appError('import/no-rows'));
    };
    await previewed();
    expect(seen).toEqual({ kind: 'reading', startedAt: 0, now: 2000, done: 10, total: 40 });
    expect(session.state).toEqual({ kind: 'failed', error: { code: 'import/no-rows' } });
  });

  it('cancels for real: the worker is ended, and what it still answers is not shown', async () => {
    let finish = (): void => undefined;
    app.clientsPreview = async (_request, on) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      on.rows(packRows(app.planRows));
      return err(appError('worker/aborted'));
    };
    session.chooseFile(csv());
    const running = session.preview();
    session.cancel();
    expect(app.asked.cancels).toBe(1);
    finish();
    await running;
    expect(session.state).toEqual({ kind: 'idle', cancelled: true });
    expect(session.rows.length).toBe(0);
  });

  it('keeps the answer of the last search, whatever comes back last', async () => {
    await previewed();
    const answers: ((order: Uint32Array) => void)[] = [];
    const slow = new ClientsSession(
      { ...app.clients, view: () => new Promise<Uint32Array>((resolve) => answers.push(resolve)), synchronised: true },
      () => now,
    );
    slow.chooseFile(csv());
    const first = slow.preview();
    await expect.poll(() => answers.length).toBe(1);
    const second = slow.find('zoé');
    answers[1]?.(Uint32Array.of(0));
    answers[0]?.(Uint32Array.of(0, 1, 2));
    await Promise.all([first, second]);
    expect(shown(slow)).toEqual(['a']);
  });
});

describe('decisions', () => {
  it('move a row to check to where its answer puts it', async () => {
    await previewed();
    expect(session.outlook.counts).toMatchObject({ create: 1, update: 1, check: 1 });
    session.choose(id('c'), 12);
    expect(session.outlook.counts).toMatchObject({ create: 1, update: 2, check: 0 });
    session.choose(id('c'), undefined);
    expect(session.outlook.counts.check).toBe(1);
  });

  it('go to the import as they are, and only those that say something', async () => {
    await previewed();
    session.refuseField(id('b'), 'phone', true);
    session.refuseField(id('a'), 'city', true);
    session.refuseField(id('a'), 'city', false);
    session.exclude(id('a'), true);
    session.choose(id('c'), null);
    session.chooseManager('am-2');
    await session.importAll();
    expect(app.asked.clients).toEqual([
      {
        refusedFields: [['b', ['phone']]],
        excluded: ['a'],
        chosen: [['c', null]],
        sides: [],
        accountManagerId: 'am-2',
      },
    ]);
    expect(session.state).toEqual({ kind: 'imported', batch: 'batch-1' });
  });
});

describe('importing', () => {
  it('stands only for the form that was previewed', async () => {
    await previewed();
    expect(session.importable).toBe(true);
    session.chooseMode('update-only');
    expect([session.stale, session.importable]).toEqual([true, false]);
    await session.importAll();
    expect(session.state).toMatchObject({ kind: 'preview', failure: { code: 'batch/preview-stale' } });
    expect(app.asked.clients).toEqual([]);
    session.chooseMode('create-and-update');
    expect(session.importable).toBe(true);
  });

  it('refuses another file of the same name', async () => {
    await previewed();
    session.chooseFile(csv());
    expect(session.importable).toBe(false);
  });

  it('has nothing to do when everything is left out', async () => {
    await previewed();
    session.exclude(id('a'), true);
    session.exclude(id('b'), true);
    expect(session.importable).toBe(false);
    await session.importAll();
    expect(session.state).toMatchObject({ failure: { code: 'batch/nothing-to-import' } });
  });

  it('keeps preview and decisions when it fails', async () => {
    const failing = new ClientsSession(
      { ...app.clients, importAll: async () => err(appError('storage/quota')), synchronised: true },
      () => now,
    );
    failing.chooseFile(csv());
    await failing.preview();
    failing.exclude(id('a'), true);
    await failing.importAll();
    expect(failing.state).toMatchObject({ kind: 'preview', failure: { code: 'storage/quota' } });
    expect([...failing.decisions.excluded]).toEqual(['a']);
  });
});

describe('locking', () => {
  it('forgets file, rows and decisions', async () => {
    await previewed();
    expect(session.busy).toBe(true);
    session.dispose();
    expect([session.file, session.rows.length, session.busy]).toEqual([null, 0, false]);
  });
});
