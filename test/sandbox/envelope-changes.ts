import type { Updateable } from 'kysely';
import type { SandboxContext } from './context';
import type { Tx } from './database';
import { nextNumber } from './database';
import type { SandboxSchema } from './schema';

/** The number of a change and its instant. Taken after the number, which transactions take one after another, so that
 * instants go up with commits: `updatedSince` would otherwise lose what committed late. */
export async function nextChange(tx: Tx, { now }: SandboxContext): Promise<{ change: number; updated_at: string }> {
  const change = await nextNumber(tx, 'envelope_changes');
  return { change, updated_at: now().toISOString() };
}

export async function changeEnvelope(
  tx: Tx,
  context: SandboxContext,
  row: SandboxSchema['envelopes'],
  set: Updateable<SandboxSchema['envelopes']>,
): Promise<SandboxSchema['envelopes']> {
  return tx
    .updateTable('envelopes')
    .set({ ...set, ...(await nextChange(tx, context)) })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function addEvent(
  tx: Tx,
  context: SandboxContext,
  event: {
    readonly envelopeId: string;
    readonly kind: string;
    readonly at: string;
    readonly recipientId?: string;
    readonly by?: string;
    readonly reason?: string;
  },
): Promise<void> {
  await tx
    .insertInto('envelope_events')
    .values({
      id: context.newId('evt'),
      seq: await nextNumber(tx, 'envelope_events'),
      envelope_id: event.envelopeId,
      kind: event.kind,
      recipient_id: event.recipientId ?? null,
      at: event.at,
      done_by: event.by ?? null,
      reason: event.reason ?? null,
    })
    .execute();
}
