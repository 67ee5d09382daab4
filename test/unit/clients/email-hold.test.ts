import { describe, expect, it } from 'vitest';
import type { LocalClient, ServerClient } from '../../../src/core/clients/client';
import { withLock, NO_LOCKS } from '../../../src/core/clients/field-policy';
import { planToTasks } from '../../../src/core/clients/plan-to-tasks';
import { planUpserts, type UpsertRequest } from '../../../src/core/clients/plan-upserts';
import { recordsToKeep } from '../../../src/core/clients/records-to-keep';
import type { DecidedSide } from '../../../src/core/clients/decided-side';
import { settleDecisions } from '../../../src/core/clients/settle-decisions';
import type { PlanMode } from '../../../src/core/clients/upsert-plan';
import type { LocalClientId, RowId, ServerClientId } from '../../../src/core/ids';
import { aLocal, anImported, aServer } from './support/clients';

/** Zoé and her addresses are fictitious. */
const SERVER = aServer(1, 'Zoé Fictive', { email: 'ancienne@example.com', city: 'Québec' });
const NEW = 'nouvelle@example.com';

interface Step {
  readonly email?: string | null;
  readonly city?: string;
  readonly server?: ServerClient;
  readonly locals?: readonly LocalClient[];
  readonly mode?: PlanMode;
  readonly side?: DecidedSide;
  readonly refused?: boolean;
  readonly excluded?: boolean;
  readonly more?: Partial<UpsertRequest>;
}

let ids = 0;
/** One list of one row, planned, decided and imported. */
function importOnce({ email = NEW, city, server = SERVER, locals = [], mode = 'create-and-update', ...step }: Step) {
  const newId = <T extends string>() => `id-${++ids}` as T;
  const extension = step.more?.extension ?? true;
  const address = { ...anImported('x').address, city: city ?? null };
  const client = anImported('Zoé Fictive', { clientNumber: 'GB-1', email, address });
  const planned = planUpserts({
    mode,
    rows: [{ source: 2, client, issues: [], duplicate: false }],
    identifierHashes: [null],
    serverClients: [server],
    officeIndex: new Map(),
    links: new Map(locals.map(({ id }): [LocalClientId, ServerClientId] => [id, 1])),
    locals,
    pending: new Map(),
    extension,
    newId,
    mint: () => 'IS-1',
    ...step.more,
  });
  const [row] = planned.map(({ row }) => row);
  if (!row) throw new Error('no row');
  const decisions = {
    refusedFields: new Map<RowId, ReadonlySet<string>>(step.refused ? [[row.id, new Set(['email'])]] : []),
    excluded: new Set<RowId>(step.excluded ? [row.id] : []),
    chosen: new Map<RowId, ServerClientId | null>(),
    sides: new Map<RowId, DecidedSide>(step.side ? [[row.id, step.side]] : []),
  };
  const settled = settleDecisions(planned, decisions, { serverClients: [server], mode, extension });
  const options = { extension, accountManagerId: null, accountManagers: [], pending: new Map(), newId };
  const tasks = planToTasks(settled, options).map(({ task }) => task);
  const [record] = recordsToKeep(settled, decisions);
  return { row, tasks, record };
}
const sent = (tasks: ReturnType<typeof importOnce>['tasks']) =>
  tasks.flatMap((task) =>
    task.kind === 'client-update' || task.kind === 'client-patch'
      ? task.changes.map(({ field, after }) => `${field}=${after}`)
      : [],
  );

describe('an e-mail that the list replaces', () => {
  it('is neither sent nor written to while nobody decided; the rest of the row goes', () => {
    const { row, tasks, record } = importOnce({ city: 'Lévis' });
    expect(row).toMatchObject({ status: 'update' });
    expect(row.issues.map(({ code }) => code)).toContain('email-replaced');
    expect(sent(tasks)).toEqual(['city=Lévis']);
    expect(record).toMatchObject({ email: 'ancienne@example.com', emailHeld: NEW, address: { city: 'Lévis' } });
  });

  it('« Prendre le fichier » sends it, « Garder GEM-BOOKS » and a refusal do not; each ends the hold', () => {
    const held = importOnce({}).record;
    const locals = held ? [held] : [];
    const taken = importOnce({ locals, side: 'file' });
    expect(sent(taken.tasks)).toEqual([`email=${NEW}`]);
    expect(taken.record).toMatchObject({ email: NEW });
    expect(taken.record).not.toHaveProperty('emailHeld');
    for (const decided of [importOnce({ locals, side: 'server' }), importOnce({ locals, refused: true })]) {
      expect(decided.tasks).toEqual([]);
      expect(decided.record).toMatchObject({ email: 'ancienne@example.com' });
      expect(decided.record).not.toHaveProperty('emailHeld');
    }
  });

  it('stays on hold through lists that say nothing of it, and ends when both agree or a lock decides', () => {
    const locals = [importOnce({}).record].flatMap((record) => record ?? []);
    expect(importOnce({ locals, email: null, city: 'Lévis' }).record).toMatchObject({ emailHeld: NEW });
    expect(importOnce({ locals, excluded: true }).record).toBeUndefined();
    const agreed = importOnce({ locals, server: { ...SERVER, email: NEW } });
    expect(agreed.row).toMatchObject({ status: 'unchanged', keeps: true });
    expect(agreed.record).not.toHaveProperty('emailHeld');
    const locked = importOnce({ locals, more: { locks: withLock(NO_LOCKS, 1, 'email', true) } });
    expect(locked.row).toMatchObject({ status: 'unchanged', keeps: true });
    expect(locked.record).not.toHaveProperty('emailHeld');
  });

  it('holds as well where the row itself waits: a conflict left undecided, whose record is not touched otherwise', () => {
    const locals = [aLocal('l1', 'Zoé Fictive', { code: 'GB-1', email: 'avant@example.com' })];
    const { row, tasks, record } = importOnce({ locals, city: 'Lévis' });
    expect(row.status).toBe('conflict');
    expect(tasks).toEqual([]);
    expect(record).toEqual({ ...locals[0], emailHeld: NEW });
    expect(importOnce({ locals: record ? [record] : [] }).record).toBeUndefined();
  });

  it('« Créer seulement » leaves GEM-BOOKS alone, and still no envelope leaves to an address in question', () => {
    const { row, tasks, record } = importOnce({ mode: 'create-only', city: 'Lévis' });
    expect(row).toMatchObject({ status: 'unchanged', changes: [], keeps: true });
    expect(tasks).toEqual([]);
    expect(record).toMatchObject({ email: 'ancienne@example.com', emailHeld: NEW, address: { city: 'Québec' } });
    const again = importOnce({ mode: 'create-only', city: 'Lévis', locals: record ? [record] : [] });
    expect(again.row.keeps).toBeUndefined();
  });

  it('without the extension nothing goes « À corriger » before somebody chose', () => {
    const more = { extension: false };
    const held = importOnce({ more });
    expect(held.tasks).toEqual([]);
    expect(held.record).toMatchObject({ emailHeld: NEW });
    const taken = importOnce({ more, side: 'file', locals: held.record ? [held.record] : [] });
    expect(taken.tasks).toMatchObject([{ kind: 'hand-correction' }]);
    expect(taken.record).not.toHaveProperty('emailHeld');
  });

  it('« Prendre le fichier » is asked once, also while GEM-BOOKS has the old address, and again when it has another', () => {
    const more = { extension: false };
    const locals = [importOnce({ more, side: 'file' }).record].flatMap((record) => record ?? []);
    const again = importOnce({ more, locals });
    expect(again.row.emailDecided).toBe(true);
    expect(again.record).not.toHaveProperty('emailHeld');
    expect(importOnce({ locals }).record).toMatchObject({ email: NEW });
    const edited = importOnce({ locals, server: { ...SERVER, email: 'corrigee@example.com' } });
    expect(edited.record).toMatchObject({ email: 'corrigee@example.com', emailHeld: NEW });
    expect(importOnce({ locals, email: 'troisieme@example.com' }).record).toMatchObject({
      emailHeld: 'troisieme@example.com',
    });
  });

  it('an address where GEM-BOOKS has none replaces nothing', () => {
    const { tasks, record } = importOnce({ server: { ...SERVER, email: '' } });
    expect(sent(tasks)).toEqual([`email=${NEW}`]);
    expect(record).not.toHaveProperty('emailHeld');
  });
});
