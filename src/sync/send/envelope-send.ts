import { envelopeAnswerSchema } from '../../contract/envelope.schema';
import { readWire } from '../../contract/read-wire';
import { appError } from '../../core/app-error';
import type { SendOutcome } from '../../core/outbox/send-outcome';
import { err, ok } from '../../core/result';
import { classifyResponse, lookFailed } from '../classify-response';
import { readAnswer } from '../read-answer';
import { frozenRequest } from './send-context';
import type { SendContext, Sending } from './send-context';
import { withdrawDraft } from './withdraw-draft';

/** `POST envelopes/{id}/send`: the e-mails leave. Idempotent by its key, and an envelope is sent once anyway. */
export async function sendEnvelopeSend(
  { frozen }: Sending<'envelope-send'>,
  context: SendContext,
): Promise<SendOutcome> {
  const answer = await context.http.request(frozenRequest(frozen, context.signal));
  return classifyResponse(answer, readSent, context.now());
}

/** A wish to cancel: the draft is withdrawn, unless the e-mails left. */
export async function withdrawUnsent({ frozen }: Sending<'envelope-send'>, context: SendContext): Promise<SendOutcome> {
  const path = frozen.path.replace(/\/send$/, '');
  const withdrawn = await withdrawDraft(path, context);
  return withdrawn.kind === 'standing' ? lookForSent(path, context) : withdrawn;
}

/** Did the e-mails leave? A draft that cannot be withdrawn stays, and so do its delivery keys. */
async function lookForSent(path: string, { http, signal, now }: SendContext): Promise<SendOutcome> {
  const answer = await http.request({ method: 'GET', path, signal });
  const read = readAnswer(answer, envelopeAnswerSchema, now());
  if (!read.ok)
    return read.error.status === 404 && read.error.problem !== null ? { kind: 'absent' } : lookFailed(read.error);
  const { id, status } = read.value.data;
  return status === 'draft' ? { kind: 'absent' } : { kind: 'done', result: { kind: 'envelope', envelopeId: id } };
}

function readSent(body: string) {
  const read = readWire(envelopeAnswerSchema, body);
  if (!read.ok) return read;
  const { id, status } = read.value.data;
  if (status === 'draft') return err(appError('api/unexpected-answer', { reason: 'still-a-draft' }));
  return ok({ kind: 'envelope' as const, envelopeId: id });
}
