import type { OutboxEntry } from '../../core/outbox/outbox-entry';
import type { Language } from '../../core/language';
import { errorText } from '../../i18n/error-text';
import { heldReasonText } from '../../i18n/held-reason-text';
import { messagesFor } from '../../i18n/messages';
import { entryLane } from './entry-lane';
import type { TrackingGroup } from './tracking-group';

/** Why a group has not arrived: GEM-BOOKS's own words of a refusal, what changed, what holds it; empty when nothing does. */
export function groupReason({ lane, entries }: TrackingGroup, language: Language): string {
  const telling = entries.find((entry) => entryLane(entry) === lane);
  return telling === undefined ? '' : reasonOf(telling, language);
}

function reasonOf({ state, attempts, lastError }: OutboxEntry, language: Language): string {
  const t = messagesFor(language);
  switch (state.kind) {
    case 'rejected':
      return state.problem.detail;
    case 'held':
      return heldReasonText(state.reason, language);
    case 'conflict':
      return `${t.tracking.conflictTitle} ${state.server.map(({ field }) => t.clients.field[field]).join(', ')}`;
    case 'waiting':
      return attempts > 0 && lastError !== null ? errorText(lastError, language).what : '';
    default:
      return '';
  }
}

/** Refused entries, in the order to try them again in; what waits for one of them goes with it. */
export const rejectedEntries = (groups: readonly TrackingGroup[]): readonly OutboxEntry[] =>
  groups.flatMap(({ entries }) => entries.filter(({ state }) => state.kind === 'rejected'));
