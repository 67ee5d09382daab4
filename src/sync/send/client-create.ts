import { clientCreatedSchema, clientSchema } from '../../contract/client.schema';
import { readWire } from '../../contract/read-wire';
import { apiPaths } from '../../core/outbox/api-paths';
import type { SendOutcome } from '../../core/outbox/send-outcome';
import { ok } from '../../core/result';
import { classifyResponse, lookFailed } from '../classify-response';
import { pullDocumented } from '../pull';
import { frozenRequest } from './send-context';
import type { SendContext, Sending, TaskOf } from './send-context';

/**
 * `POST clients` knows no idempotency: once an attempt may have arrived, the list is pulled and searched for the code
 * we sent before anything is sent again.
 */
export async function sendClientCreate(
  { entry, task, frozen }: Sending<'client-create'>,
  context: SendContext,
): Promise<SendOutcome> {
  if (entry.mayHaveArrived) {
    const found = await lookForClient(task, context);
    if (found.kind !== 'absent') return found;
  }
  const answer = await context.http.request(frozenRequest(frozen, context.signal));
  return classifyResponse(answer, readCreated, context.now());
}

/**
 * `done` when the list holds the client we sent. A code that we minted is random, so it alone is proof; any other must
 * come with the name we sent, for spouses may share a number.
 */
export async function lookForClient(task: TaskOf<'client-create'>, context: SendContext): Promise<SendOutcome> {
  const clients = await pullDocumented(apiPaths.clients, clientSchema, context);
  if (!clients.ok) return lookFailed(clients.error);
  const found = clients.value
    .filter((client) => sameText(client.code, task.body.code))
    .filter((client) => task.minted || sameText(client.name, task.body.name))
    .map((client) => Number(client.id))
    .sort((a, b) => a - b)[0];
  return found === undefined ? { kind: 'absent' } : { kind: 'done', result: { kind: 'client', serverId: found } };
}

function readCreated(body: string) {
  const read = readWire(clientCreatedSchema, body);
  return read.ok ? ok({ kind: 'client' as const, serverId: Number(read.value.data.id) }) : read;
}

function sameText(a: string | number | null | undefined, b: string): boolean {
  return normalise(String(a ?? '')) === normalise(b);
}

/** A server may trim, fold spaces or change capitals. */
function normalise(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('fr-CA');
}
