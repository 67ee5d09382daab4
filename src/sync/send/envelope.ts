import { deliverySchema } from '../../contract/delivery.schema';
import type { Delivery } from '../../contract/delivery.schema';
import { envelopeAnswerSchema } from '../../contract/envelope.schema';
import { alreadyDeliveredSchema } from '../../contract/problem.schema';
import { readWire } from '../../contract/read-wire';
import { appError } from '../../core/app-error';
import { apiPaths } from '../../core/outbox/api-paths';
import type { SendOutcome } from '../../core/outbox/send-outcome';
import { err, ok } from '../../core/result';
import type { Result } from '../../core/result';
import { classifyResponse, lookFailed, retry } from '../classify-response';
import type { HttpAnswer } from '../ports';
import { pullExtension } from '../pull';
import type { ReadFailure } from '../read-answer';
import { readProblem } from '../read-problem';
import { frozenRequest } from './send-context';
import type { SendContext, Sending, TaskOf } from './send-context';
import { sendUpload } from './upload';
import { withdrawDraft } from './withdraw-draft';

/** A draft that stays one for so long was left by a workstation that will not send it. */
const STALE_DRAFT_MS = 15 * 60_000;

/** `POST envelopes`: makes the draft. Nothing leaves for the client yet. */
export async function sendEnvelope({ task, frozen }: Sending<'envelope'>, context: SendContext): Promise<SendOutcome> {
  const answer = await context.http.request(frozenRequest(frozen, context.signal));
  const problem = answer.kind === 'response' && answer.status === 409 ? readProblem(409, answer.body) : null;
  if (problem?.code === 'already-delivered') return alreadyDelivered(task, answer, context);
  if (problem?.code === 'upload-missing') return uploadAgain(context);
  return classifyResponse(answer, readEnvelope, context.now());
}

/**
 * A wish to cancel: are our delivery keys taken? By a draft, it is withdrawn if it is ours; sent, it is another
 * workstation's delivery, for ours is sent by a request of its own.
 */
export async function withdrawEnvelope({ task }: Sending<'envelope'>, context: SendContext): Promise<SendOutcome> {
  const taken = await takenKeys(task, context);
  if (!taken.ok) return lookFailed(taken.error);
  const holder = taken.value.values().next().value;
  if (holder === undefined) return { kind: 'absent' };
  const { envelopeId, deliveredAt, deliveredBy, sentAt } = holder;
  if (sentAt !== null) return { kind: 'already-done', deliveredAt, deliveredBy };
  const withdrawn = await withdrawDraft(apiPaths.envelope(envelopeId), context);
  // It stands as a draft that its own sending, if it goes on, will send: the truth is that it was made.
  return withdrawn.kind === 'standing' ? { kind: 'done', result: { kind: 'envelope', envelopeId } } : withdrawn;
}

/**
 * Someone else holds a delivery key. Delivered by them only if every document of ours is, and only once sent: a draft
 * is waited for, and one left behind, or an envelope of which only a part was delivered, is the technician's to judge.
 */
async function alreadyDelivered(
  task: TaskOf<'envelope'>,
  answer: HttpAnswer,
  context: SendContext,
): Promise<SendOutcome> {
  const refused = classifyResponse(answer, readEnvelope, context.now());
  if (answer.kind !== 'response') return refused;
  const named = readWire(alreadyDeliveredSchema, answer.body);
  if (!named.ok) return refused;
  let holders: readonly Pick<Delivery, 'deliveredAt' | 'deliveredBy' | 'sentAt'>[] = [named.value];
  if (task.draft.documents.length > 1) {
    const taken = await takenKeys(task, context);
    if (!taken.ok) return lookFailed(taken.error);
    if (taken.value.size < task.draft.documents.length) return refused;
    holders = [...taken.value.values()];
  }
  const drafts = holders.filter(({ sentAt }) => sentAt === null);
  if (drafts.length > 0) {
    const isStale = drafts.some(({ deliveredAt }) => context.now() - Date.parse(deliveredAt) > STALE_DRAFT_MS);
    return isStale ? refused : retry('no', appError('api/unexpected-answer', { reason: 'draft-elsewhere' }), null);
  }
  const { deliveredAt, deliveredBy } = named.value;
  return { kind: 'already-done', deliveredAt, deliveredBy };
}

/** Our delivery keys that the server holds. Whole years are asked for: nothing is asked about one client. */
async function takenKeys(
  task: TaskOf<'envelope'>,
  context: SendContext,
): Promise<Result<Map<string, Delivery>, ReadFailure>> {
  const ours = new Set(task.draft.documents.map(({ deliveryKey }) => deliveryKey));
  const taken = new Map<string, Delivery>();
  for (const taxYear of new Set(task.draft.documents.map((document) => document.taxYear))) {
    const pulled = await pullExtension(apiPaths.deliveries(taxYear), deliverySchema, context);
    if (!pulled.ok) return err(pulled.error);
    for (const delivery of pulled.value) if (ours.has(delivery.deliveryKey)) taken.set(delivery.deliveryKey, delivery);
  }
  return ok(taken);
}

/** The server lost an upload after it had acknowledged it (cleaned up, restored): it is sent again, then the envelope. */
async function uploadAgain(context: SendContext): Promise<SendOutcome> {
  for (const upload of context.uploads) {
    const outcome = await sendUpload(upload, context);
    if (outcome.kind !== 'done') return outcome;
  }
  return retry('no', appError('api/unexpected-answer', { reason: 'upload-missing' }), null);
}

function readEnvelope(body: string) {
  const read = readWire(envelopeAnswerSchema, body);
  return read.ok ? ok({ kind: 'envelope' as const, envelopeId: read.value.data.id }) : read;
}
