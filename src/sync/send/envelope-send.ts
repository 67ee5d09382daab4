import { envelopeAnswerSchema } from '../../contract/envelope.schema';
import { readWire } from '../../contract/read-wire';
import { appError } from '../../core/app-error';
import type { SendOutcome } from '../../core/outbox/send-outcome';
import { err, ok } from '../../core/result';
import { classifyResponse, lookFailed } from '../classify-response';
import { readAnswer } from '../read-answer';
import { frozenRequest } from './send-context';
import type { SendContext, Sending } from './send-context';

/** `POST envelopes/{id}/send`: the e-mails leave. Idempotent by its key, and an envelope is sent once anyway. */
export async function sendEnvelopeSend(
  { frozen }: Sending<'envelope-send'>,
  context: SendContext,
): Promise<SendOutcome> {
  const answer = await context.http.request(frozenRequest(frozen, context.signal));
  return classifyResponse(answer, readSent, context.now());
}

/** A look for a wish to cancel: did the e-mails leave? */
export async function lookForSent({ frozen }: Sending<'envelope-send'>, context: SendContext): Promise<SendOutcome> {
  const { http, signal, now } = context;
  const answer = await http.request({ method: 'GET', path: frozen.path.replace(/\/send$/, ''), signal });
  const read = readAnswer(answer, envelopeAnswerSchema, now());
  if (!read.ok) return lookFailed(read.error);
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
