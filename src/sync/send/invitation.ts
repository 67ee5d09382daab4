import { invitationAnswerSchema, invitationSchema } from '../../contract/invitation.schema';
import { readWire } from '../../contract/read-wire';
import { addressKey } from '../../core/envelopes/address-key';
import { apiPaths } from '../../core/outbox/api-paths';
import type { SendOutcome } from '../../core/outbox/send-outcome';
import { ok } from '../../core/result';
import { classifyResponse, lookFailed } from '../classify-response';
import { pullExtension } from '../pull';
import { frozenRequest } from './send-context';
import type { SendContext, Sending } from './send-context';

/** Idempotent twice over: by its key, and because an address is invited once ever. */
export async function sendInvitation({ frozen }: Sending<'invitation'>, context: SendContext): Promise<SendOutcome> {
  const answer = await context.http.request(frozenRequest(frozen, context.signal));
  return classifyResponse(answer, readInvited, context.now());
}

/** A look for a wish to cancel: an address that is invited has its e-mail already. */
export async function lookForInvitation({ task }: Sending<'invitation'>, context: SendContext): Promise<SendOutcome> {
  const invitations = await pullExtension(apiPaths.invitations, invitationSchema, context);
  if (!invitations.ok) return lookFailed(invitations.error);
  const found = invitations.value.find(({ email }) => addressKey(email) === addressKey(task.email));
  return found ? { kind: 'done', result: { kind: 'invitation', invitationId: found.id } } : { kind: 'absent' };
}

function readInvited(body: string) {
  const read = readWire(invitationAnswerSchema, body);
  return read.ok ? ok({ kind: 'invitation' as const, invitationId: read.value.data.id }) : read;
}
