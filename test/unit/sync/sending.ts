import { expect } from 'vitest';
import type { OutboxEntry, OutboxTask } from '../../../src/core/outbox/outbox-entry';
import { freeze } from '../../../src/core/outbox/freeze';
import type { SendOutcome } from '../../../src/core/outbox/send-outcome';
import { ok } from '../../../src/core/result';
import type { SendContext } from '../../../src/sync/send/send-context';
import { sendEntry } from '../../../src/sync/send-entry';
import { FakeHttp } from '../../fakes/fake-http';
import type { PendingRequest } from '../../fakes/fake-http';
import { clientId, entryId, entryOf } from '../../fakes/outbox-entries';
import { sha256Hex } from '../../fakes/sync-world';

export const NOW = Date.parse('2026-03-15T12:00:00Z');
const ids = { serverIds: new Map([[clientId('a'), 42]]), envelopeIds: new Map([[entryId('envelope'), 'env-9']]) };
export const bytes = new Uint8Array(25).map((_, index) => index);
export const sha256 = sha256Hex(bytes);

/** A sending of `task` under way over a fake network, and what it asks of it next. */
export async function start(task: OutboxTask, more: Partial<OutboxEntry> = {}, context: Partial<SendContext> = {}) {
  const http = new FakeHttp();
  const frozen = await freeze(entryOf('x', task), ids, async (text) => sha256Hex(text));
  const entry = entryOf('x', task, [], {
    frozen: frozen.ok ? frozen.value : null,
    state: { kind: 'sending', since: NOW },
    attempts: 1,
    ...more,
  });
  const outcome = sendEntry(entry, {
    http,
    now: () => NOW,
    signal: new AbortController().signal,
    documentBytes: async () => ok(bytes),
    uploadPartBytes: () => 10,
    uploads: [],
    draftKey: 'key-of-envelope',
    ...context,
  });
  const next = async (expected: string): Promise<PendingRequest> => {
    const pending = await http.nextRequest();
    expect(`${pending.request.method} ${pending.request.path}`).toBe(expected);
    return pending;
  };
  return { outcome, next, http };
}

export const DONE: SendOutcome = { kind: 'done', result: { kind: 'none' } };
/** A page of the documented API. */
export const list = (data: readonly unknown[], page = 1, last = 1) => ({
  data,
  meta: { current_page: page, last_page: last, per_page: 100, total: data.length },
  success: true,
});
