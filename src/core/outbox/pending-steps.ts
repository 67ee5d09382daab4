import { addressKey } from '../envelopes/address-key';
import type { LocalClientId, OutboxEntryId } from '../ids';
import { isSettled } from './is-settled';
import type { OutboxEntry } from './outbox-entry';
import type { DocumentPlanContext } from './plan-document-entries';

/** Unsettled entries that an envelope to come may have to wait for. */
export function pendingSteps(
  entries: readonly OutboxEntry[],
): Pick<DocumentPlanContext, 'pendingCreates' | 'pendingInvitations'> {
  const pendingCreates = new Map<LocalClientId, OutboxEntryId>();
  const pendingInvitations = new Map<string, OutboxEntryId>();
  for (const { id, task, state } of entries) {
    if (isSettled(state)) continue;
    if (task.kind === 'client-create') pendingCreates.set(task.client, id);
    if (task.kind === 'invitation') pendingInvitations.set(addressKey(task.email), id);
  }
  return { pendingCreates, pendingInvitations };
}
