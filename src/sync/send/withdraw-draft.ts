import { appError } from '../../core/app-error';
import type { SendOutcome } from '../../core/outbox/send-outcome';
import { classifyResponse, retry } from '../classify-response';
import { err } from '../../core/result';
import type { SendContext } from './send-context';

/**
 * `DELETE envelopes/{id}`: gives the delivery keys of our own draft back. Done twice it is done once: a draft that is
 * no longer there is as good. `absent`: there is no draft of ours. `standing`: the server keeps the envelope, because
 * it was sent, or because it cannot withdraw (a proxy that lets no DELETE through): its status tells.
 */
export async function withdrawDraft(
  path: string,
  { http, signal, now, draftKey }: SendContext,
): Promise<SendOutcome | { readonly kind: 'standing' }> {
  if (draftKey === null) return retry('no', appError('internal/unexpected'), null);
  const answer = await http.request({ method: 'DELETE', path, headers: { 'idempotency-key': draftKey }, signal });
  if (answer.kind === 'response' && (answer.status === 204 || answer.status === 200)) return { kind: 'absent' };
  if (answer.kind === 'response' && (answer.status === 405 || answer.status === 501)) return { kind: 'standing' };
  const outcome = classifyResponse(answer, () => err(appError('api/unexpected-answer')), now());
  if (outcome.kind !== 'rejected') return outcome;
  const { status, code } = outcome.problem;
  return status === 404 || status === 410 || code === 'made-under-another-key'
    ? { kind: 'absent' }
    : { kind: 'standing' };
}
