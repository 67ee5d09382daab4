import { extensionClientAnswerSchema } from '../../contract/extension-client.schema';
import type { ExtensionClient } from '../../contract/extension-client.schema';
import { readWire } from '../../contract/read-wire';
import { appError } from '../../core/app-error';
import type { SendOutcome } from '../../core/outbox/send-outcome';
import { ok } from '../../core/result';
import { classifyResponse, lookFailed, retry } from '../classify-response';
import { readAnswer } from '../read-answer';
import { compareChanges } from './compare-changes';
import type { Comparison } from './compare-changes';
import { frozenRequest } from './send-context';
import type { SendContext, Sending, TaskOf } from './send-context';

const DONE: SendOutcome = { kind: 'done', result: { kind: 'none' } };
/** A client that changes under us three times in a row is being worked on: later. */
const TRIES = 3;

/** The extension's `PATCH` under If-Match. Sent twice it is harmless: the second finds its own values and is done. */
export async function sendClientPatch(sending: Sending<'client-patch'>, context: SendContext): Promise<SendOutcome> {
  const { http, signal, now } = context;
  for (let tries = 0; tries < TRIES; tries++) {
    const read = await readClient(sending, context);
    if ('outcome' in read) return read.outcome;
    const { client, etag } = read;
    const comparison = compare(sending.task, client);
    if (comparison.kind === 'as-wanted') return DONE;
    if (comparison.kind === 'changed') return { kind: 'conflict', server: comparison.server };
    const answer = await http.request(frozenRequest(sending.frozen, signal, { 'if-match': etag }));
    // Another field changed meanwhile: read again, ours may still be as we saw them.
    if (answer.kind === 'response' && answer.status === 412) continue;
    return classifyResponse(answer, readPatched, now());
  }
  return retry('no', appError('api/unexpected-answer', { status: 412 }), null);
}

/** A look for a wish to cancel: `absent` unless the server has every value we want. */
export async function lookForPatch(sending: Sending<'client-patch'>, context: SendContext): Promise<SendOutcome> {
  const read = await readClient(sending, context);
  if ('outcome' in read) return read.outcome;
  return compare(sending.task, read.client).kind === 'as-wanted' ? DONE : { kind: 'absent' };
}

async function readClient(
  { frozen }: Sending<'client-patch'>,
  { http, signal, now }: SendContext,
): Promise<{ readonly client: ExtensionClient; readonly etag: string } | { readonly outcome: SendOutcome }> {
  const answer = await http.request({ method: 'GET', path: frozen.path, signal });
  const read = readAnswer(answer, extensionClientAnswerSchema, now());
  if (!read.ok) return { outcome: lookFailed(read.error) };
  const client = read.value.data;
  // A proxy that compresses may weaken the header's ETag (`W/`), which If-Match never matches: the body's is exact.
  return { client, etag: client.etag };
}

/** The account manager and the language of a client that we made ourselves are set, whatever the server's default. */
function compare(task: TaskOf<'client-patch'>, client: ExtensionClient): Comparison {
  const { name, email } = client;
  const comparison = compareChanges(task.changes, { name, email, language: client.language ?? '' });
  const managerIsSet = task.accountManagerId === undefined || task.accountManagerId === client.accountManagerId;
  const languageIsSet = task.language === undefined || task.language === client.language;
  return comparison.kind === 'as-wanted' && !(managerIsSet && languageIsSet) ? { kind: 'as-seen' } : comparison;
}

function readPatched(body: string) {
  const read = readWire(extensionClientAnswerSchema, body);
  return read.ok ? ok({ kind: 'none' as const }) : read;
}
