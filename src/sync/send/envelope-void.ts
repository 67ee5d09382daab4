import { envelopeAnswerSchema } from '../../contract/envelope.schema';
import { readWire } from '../../contract/read-wire';
import { appError } from '../../core/app-error';
import { apiPaths } from '../../core/outbox/api-paths';
import type { SendOutcome } from '../../core/outbox/send-outcome';
import { err, ok } from '../../core/result';
import { classifyResponse, lookFailed } from '../classify-response';
import { readAnswer } from '../read-answer';
import { frozenRequest } from './send-context';
import type { SendContext, Sending } from './send-context';

/** Void twice is void: harmless to send again. */
export async function sendVoid({ frozen }: Sending<'envelope-void'>, context: SendContext): Promise<SendOutcome> {
  const answer = await context.http.request(frozenRequest(frozen, context.signal));
  return classifyResponse(answer, readVoided, context.now());
}

export async function lookForVoid(
  { task }: Sending<'envelope-void'>,
  { http, signal, now }: SendContext,
): Promise<SendOutcome> {
  const answer = await http.request({ method: 'GET', path: apiPaths.envelope(task.envelopeId), signal });
  const read = readAnswer(answer, envelopeAnswerSchema, now());
  if (!read.ok) return lookFailed(read.error);
  return read.value.data.status === 'voided' ? { kind: 'done', result: { kind: 'none' } } : { kind: 'absent' };
}

function readVoided(body: string) {
  const read = readWire(envelopeAnswerSchema, body);
  if (!read.ok) return read;
  return read.value.data.status === 'voided'
    ? ok({ kind: 'none' as const })
    : err(appError('api/unexpected-answer', { reason: 'not-voided' }));
}
