import { clientAnswerSchema } from '../../contract/client.schema';
import { toServerClient } from '../../contract/to-core';
import type { FrozenRequest } from '../../core/outbox/outbox-entry';
import type { SendOutcome } from '../../core/outbox/send-outcome';
import { err, ok } from '../../core/result';
import { classifyResponse, lookFailed, unexpected } from '../classify-response';
import { readAnswer } from '../read-answer';
import { parseObject } from '../read-problem';
import { compareChanges } from './compare-changes';
import type { Comparison } from './compare-changes';
import { frozenRequest } from './send-context';
import type { SendContext, Sending, TaskOf } from './send-context';

const DONE: SendOutcome = { kind: 'done', result: { kind: 'none' } };

/**
 * The documented `PUT clients/{id}` has no version: read, compare, write, each time. Only the changed fields go out.
 * What another hand writes between the read and the write (milliseconds) is overwritten; docs/sync-protocol.md says so.
 */
export async function sendClientUpdate(
  { task, frozen }: Sending<'client-update'>,
  context: SendContext,
): Promise<SendOutcome> {
  const read = await compareWithServer(task, frozen, context);
  if ('outcome' in read) return read.outcome;
  switch (read.comparison.kind) {
    case 'as-wanted':
      return DONE;
    case 'changed':
      return { kind: 'conflict', server: read.comparison.server };
    case 'as-seen': {
      const answer = await context.http.request(frozenRequest(frozen, context.signal));
      return classifyResponse(answer, readUpdated, context.now());
    }
  }
}

/** A look for a wish to cancel: `absent` unless the server has every value we want. */
export async function lookForUpdate(
  { task, frozen }: Sending<'client-update'>,
  context: SendContext,
): Promise<SendOutcome> {
  const read = await compareWithServer(task, frozen, context);
  if ('outcome' in read) return read.outcome;
  return read.comparison.kind === 'as-wanted' ? DONE : { kind: 'absent' };
}

async function compareWithServer(
  task: TaskOf<'client-update'>,
  frozen: FrozenRequest,
  { http, signal, now }: SendContext,
): Promise<{ readonly comparison: Comparison } | { readonly outcome: SendOutcome }> {
  const answer = await http.request({ method: 'GET', path: frozen.path, signal });
  const read = readAnswer(answer, clientAnswerSchema, now());
  if (!read.ok) return { outcome: lookFailed(read.error) };
  const { address, address2, city, state, zipcode, phone } = toServerClient(read.value.data, null);
  return { comparison: compareChanges(task.changes, { address, address2, city, state, zipcode, phone }) };
}

/** The documentation shows no answer to a PUT: any JSON object will do. */
function readUpdated(body: string) {
  return parseObject(body) === null ? err(unexpected(200)) : ok({ kind: 'none' as const });
}
