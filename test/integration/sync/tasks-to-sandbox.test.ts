import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OutboxEntry } from '../../../src/core/outbox/outbox-entry';
import { freeze } from '../../../src/core/outbox/freeze';
import { planTaskEdit } from '../../../src/core/tasks/edit-tasks';
import { taskEntries } from '../../../src/core/tasks/task-entries';
import type { TaskRoute } from '../../../src/core/tasks/task-entries';
import type { OfficeTask } from '../../../src/core/tasks/office-task';
import { undoChanges } from '../../../src/core/tasks/undo-tasks';
import type { SendOutcome } from '../../../src/core/outbox/send-outcome';
import { ApiClient } from '../../../src/sync/api-client';
import { fetchHttp } from '../../../src/sync/fetch-http';
import { sendEntry } from '../../../src/sync/send-entry';
import { entryOf } from '../../fakes/outbox-entries';
import { listen } from '../../sandbox/listen';
import { openSandbox } from '../../sandbox/open-sandbox';
import { DEFAULT_SETTINGS } from '../../sandbox/settings';

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest();

async function openWorld() {
  const data = mkdtempSync(join(tmpdir(), 'impot-sync-tasks-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const sandbox = await openSandbox({ ...DEFAULT_SETTINGS, data, dist: data, tasks: 12 }, () => new Date());
  const server = await listen(sandbox, 0, '127.0.0.1');
  onTestFinished(async () => {
    await server.close();
    await sandbox.close();
  });
  const http = fetchHttp({
    fetch,
    base: `http://127.0.0.1:${server.port}/api/`,
    key: () => 'bac-a-sable',
    online: () => true,
    digest: async (bytes) => new Uint8Array(sha256(bytes)),
    timeout: (ms) => AbortSignal.timeout(ms),
  });
  const signal = new AbortController().signal;
  const api = new ApiClient(http, { now: Date.now });
  const read = async (extension: boolean): Promise<readonly OfficeTask[]> => {
    const tasks = await api.officeTasks(extension, signal);
    if (!tasks.ok) throw new Error(tasks.error.code);
    return tasks.value;
  };
  const send = async (entry: OutboxEntry): Promise<SendOutcome> => {
    const frozen = await freeze(entry, { serverIds: new Map(), envelopeIds: new Map() }, async (text) =>
      sha256(text).toString('hex'),
    );
    if (!frozen.ok) throw new Error(frozen.error);
    return sendEntry(
      { ...entry, frozen: frozen.value },
      {
        http,
        now: Date.now,
        signal,
        documentBytes: async () => {
          throw new Error('no document here');
        },
        uploadPartBytes: () => 1,
        uploads: [],
        draftKey: null,
      },
    );
  };
  return { read, send, http };
}

function entriesOf(tasks: readonly OfficeTask[], status: number, route: TaskRoute): OutboxEntry[] {
  return taskEntries(planTaskEdit(tasks, { status }).changes, route).map((task, index) => entryOf(`e-${index}`, task));
}

describe('tasks against the sandbox', () => {
  it('a bulk edit is done once however often it is sent, tells what was refused, and is undone', async () => {
    const { read, send, http } = await openWorld();
    const before = await read(true);
    // Another hand is faster on one of them.
    await http.request({
      method: 'PUT',
      path: 'tasks/3',
      headers: { 'content-type': 'application/json' },
      body: '{"description":"changée"}',
    });
    const [entry] = entriesOf(before, 7, 'bulk');
    if (entry === undefined) throw new Error('nothing to send');
    const first = await send(entry);
    const again = await send(entry);
    expect(again).toEqual(first);
    if (first.kind !== 'done' || first.result.kind !== 'tasks') throw new Error(first.kind);
    expect(first.result.refused).toMatchObject([{ id: 3, status: 412, code: 'precondition-failed' }]);
    expect(first.result.done).toHaveLength(11);
    expect((await read(true)).filter(({ status }) => status === 7)).toHaveLength(11);

    const settled: OutboxEntry = { ...entry, state: { kind: 'done', at: 1, result: first.result } };
    const undo = entryOf('undo', { kind: 'tasks-bulk', changes: undoChanges(settled) });
    expect(await send({ ...undo, idempotencyKey: 'undo-key-of-this-test' })).toMatchObject({
      kind: 'done',
      result: { refused: [] },
    });
    expect((await read(true)).map(({ status }) => status)).toEqual(before.map(({ status }) => status));
  });

  it('a wish to cancel finds what arrived, and nothing where nothing did', async () => {
    const { read, send } = await openWorld();
    const [entry] = entriesOf(await read(true), 7, 'bulk');
    if (entry === undefined) throw new Error('nothing to send');
    expect(await send({ ...entry, cancelRequested: true })).toEqual({ kind: 'absent' });
    await send(entry);
    expect(await send({ ...entry, cancelRequested: true })).toMatchObject({ kind: 'done', result: { refused: [] } });
  });

  it('by the documented API one by one, where another hand’s change is never overwritten', async () => {
    const { read, send, http } = await openWorld();
    const tasks = await read(false);
    expect(tasks.every(({ etag, client }) => etag === null && client === null)).toBe(true);
    const [mine, raced] = entriesOf(tasks, 7, 'one-by-one');
    if (mine === undefined || raced === undefined) throw new Error('nothing to send');
    expect(await send(mine)).toEqual({ kind: 'done', result: { kind: 'none' } });
    expect(await send(mine)).toEqual({ kind: 'done', result: { kind: 'none' } });
    await http.request({
      method: 'PUT',
      path: 'tasks/2',
      headers: { 'content-type': 'application/json' },
      body: '{"status":9}',
    });
    expect(await send(raced)).toMatchObject({ kind: 'rejected', problem: { code: 'precondition-failed' } });
    expect((await read(false)).slice(0, 2).map(({ status }) => status)).toEqual([7, 9]);
  });
});
