import { beforeEach, describe, expect, it } from 'vitest';
import { withLock, NO_LOCKS } from '../../../src/core/clients/field-policy';
import type { PlanRow } from '../../../src/core/clients/upsert-plan';
import type { RowId } from '../../../src/core/ids';
import type { PlanRevision, RevisedPlan } from '../../../src/worker-bridge/clients-worker-api';
import { unpackRows } from '../../../src/worker-bridge/packed-rows';
import { ClientsSession } from '../../../workers/clients/clients-session';
import { aServer } from './support/clients';
import { newWorkerKeys } from './support/worker-keys';

/** Everybody is fictitious. */
const LIST = `No client;Nom;Prénom;NAS;Courriel;Naissance
A-1;Fictive;Zoé;046 454 286;zoe@example.com;12/05/1980
A-2;;;130 692 544;sans.nom@example.com;
;Fictive;Zoé;046 454 286;zoe.neuve@example.com;12/05/1980
A-4;Inventé;Réal;;real@example.com;
`;

let session: ClientsSession;
let rows: PlanRow[];
const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
async function revise(revision: PlanRevision): Promise<RevisedPlan> {
  const revised = value(await session.revise(revision));
  rows = rows.slice(0, revised.length);
  for (const [at, row] of revised.changed) rows[at] = row;
  return revised;
}
const at = (source: number): PlanRow => {
  const row = rows.find(({ sourceRow }) => sourceRow === source);
  if (!row) throw new Error(`no row ${source}`);
  return row;
};

beforeEach(async () => {
  session = new ClientsSession(() => '2026-01-31');
  value(await session.configure(await newWorkerKeys(), { chunks: [], snapshot: null }));
  const file = new File([LIST], 'liste.csv');
  value(await session.read({ file, software: 'dt-max', clientType: 'individuals' }, () => {}));
  rows = [];
  value(
    await session.plan(
      {
        mode: 'create-and-update',
        serverClients: [aServer(4, 'Réal Inventé', { code: 'A-4', email: 'ancien@example.com' })],
        officeIndex: [],
        links: [],
        extension: true,
      },
      (chunk) => void rows.push(...unpackRows(chunk)),
    ),
  );
});

describe('rows to correct', () => {
  const readAgain = async (file: File) =>
    value(await session.read({ file, software: 'dt-max', clientType: 'individuals' }, () => {}));

  it.each(['csv', 'xlsx'] as const)('leave and come back as .%s: to the cell, in their places', async (format) => {
    const reasons = [[at(3).id, 'Nom absent.']] as const;
    const blob = value(await session.rowsToCorrect({ reasons, language: 'fr', format }));
    const untouched = await readAgain(new File([blob], `a-corriger.${format}`));
    expect(untouched).toMatchObject({ rows: 4, returned: [{ rows: 1 }] });
    rows = [];
    value(
      await session.plan(
        { mode: 'create-and-update', serverClients: [], officeIndex: [], links: [], extension: true },
        (chunk) => void rows.push(...unpackRows(chunk)),
      ),
    );
    expect(rows.filter(({ edited }) => edited)).toEqual([]);
    expect(at(3)).toMatchObject({ status: 'error', client: { sin: '130692544', clientNumber: 'A-2' } });
  });

  it('keep their zeros, hold no formula, and name their row', async () => {
    await revise({ kind: 'cell', row: at(3).id, column: 0, text: '0012' });
    await revise({ kind: 'cell', row: at(3).id, column: 4, text: '=1+1' });
    const blob = value(
      await session.rowsToCorrect({ reasons: [[at(3).id, 'Nom absent.']], language: 'fr', format: 'csv' }),
    );
    expect([...new Uint8Array(await blob.arrayBuffer()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect((await blob.text()).split('\r\n').slice(0, 2)).toEqual([
      'No client;Nom;Prénom;NAS;Courriel;Naissance;Motif (Impôt Sync)',
      `"=""0012""";;;130 692 544;'=1+1;;Ligne 3\u00a0: Nom absent.`,
    ]);
  });

  it('another list is another list', async () => {
    const other = await readAgain(new File(['Nom;Prénom;Courriel\nFictive;Ève;e@example.com\n'], 'autre.csv'));
    expect(other.returned).toBeUndefined();
    expect(other.rows).toBe(1);
  });
});

describe('a correction in the preview', () => {
  it('of a cell is judged at once, touches its own row only, and keeps the row’s id', async () => {
    expect(at(3)).toMatchObject({ status: 'error' });
    const revised = await revise({ kind: 'cell', row: at(3).id, column: 1, text: 'Corrigée' });
    expect(revised.changed.map(([, row]) => row.sourceRow)).toEqual([3]);
    expect(revised.summary.counts).toMatchObject({ error: 0, create: 2 });
    expect(at(3)).toMatchObject({ status: 'create', edited: true, client: { name: { full: 'Corrigée' } } });
    await revise({ kind: 'cell', row: at(3).id, column: 1, text: null });
    expect(at(3).status).toBe('error');
    expect(at(3).edited).toBeUndefined();
  });

  it('shows a SIN by its last three digits only, before and after', async () => {
    await revise({ kind: 'cell', row: at(3).id, column: 3, text: '046 454 286' });
    const cell = (await session.cells(at(3).id)).find(({ field }) => field === 'sin');
    expect(cell).toMatchObject({ original: '••• ••• 544', text: '••• ••• 286', masked: true, edited: true });
  });

  it('merges two rows of one person, and takes them apart again', async () => {
    expect(at(4)).toMatchObject({ status: 'check', twin: at(2).id });
    await revise({ kind: 'merge', row: at(4).id, into: at(2).id, take: ['email'] });
    expect(at(2)).toMatchObject({ status: 'create', client: { email: 'zoe.neuve@example.com', clientNumber: 'A-1' } });
    expect(at(4)).toMatchObject({ status: 'unchanged', merged: true, twin: at(2).id });
    await revise({ kind: 'unmerge', row: at(4).id });
    expect(at(4).status).toBe('check');
    expect(at(2).client.email).toBe('zoe@example.com');
  });

  it('of the locks withholds the field from the plan', async () => {
    expect(at(5)).toMatchObject({ status: 'update' });
    await revise({ kind: 'locks', locks: withLock(NO_LOCKS, 4, 'email', true) });
    expect(at(5)).toMatchObject({ status: 'unchanged', withheld: [{ field: 'email', why: 'locked' }] });
    // What else is corrected later does not take the lock off.
    await revise({ kind: 'cell', row: at(3).id, column: 1, text: 'Corrigée' });
    expect(at(5).status).toBe('unchanged');
  });

  it('of a row that is gone says so', async () => {
    const gone = await session.revise({ kind: 'cell', row: 'inconnue' as RowId, column: 1, text: 'x' });
    expect(gone).toMatchObject({ ok: false, error: { code: 'batch/preview-stale' } });
  });

  it('orders by a column as in French, blanks last', async () => {
    const order = await session.view({ status: 'all', search: '', order: { key: 'code', descending: false } });
    expect([...order].map((index) => rows[index]?.sourceRow)).toEqual([2, 3, 5, 4]);
  });
});
