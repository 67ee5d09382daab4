import { assertNever } from '../../core/result';
import type { OutboxEntry } from '../../core/outbox/outbox-entry';
import { describeGroup } from './describe-group';
import type { TrackingGroup } from './tracking-group';

/**
 * Gathers entries into what the technician follows. An upload, an invitation that an envelope waits for, and an
 * `envelope-send` join their envelope; record changes and the invitation of one client join that client; an invitation
 * that serves several people stands alone. Order: as the entries come.
 */
export function groupEntries(entries: readonly OutboxEntry[]): readonly TrackingGroup[] {
  const envelopeOf = new Map<string, string>();
  for (const entry of entries) {
    if (entry.task.kind !== 'envelope') continue;
    for (const dependency of entry.dependsOn) {
      if (!envelopeOf.has(dependency)) envelopeOf.set(dependency, entry.id);
    }
  }
  const batches = new Map(entries.map((entry) => [entry.id as string, entry.batch]));
  const members = new Map<string, OutboxEntry[]>();
  for (const entry of entries) {
    const envelope = envelopeOf.get(entry.id);
    // A later batch may wait for an invitation of an earlier one: it stays with its own.
    const own = envelope !== undefined && batches.get(envelope) === entry.batch ? envelope : undefined;
    const key = groupKey(entry, own);
    const group = members.get(key);
    if (group) group.push(entry);
    else members.set(key, [entry]);
  }
  return [...members].map(([id, group]) => describeGroup(id, group));
}

function groupKey(entry: OutboxEntry, envelope: string | undefined): string {
  const { task } = entry;
  switch (task.kind) {
    case 'client-create':
    case 'client-update':
    case 'client-patch':
    case 'client-reminder':
    case 'hand-correction':
      return `client:${entry.batch}:${task.client}`;
    case 'invitation': {
      if (envelope !== undefined) return `envelope:${envelope}`;
      const [only, second] = task.clients;
      return only !== undefined && second === undefined ? `client:${entry.batch}:${only}` : `invitation:${entry.id}`;
    }
    case 'envelope':
    case 'hand-envelope':
      return `envelope:${entry.id}`;
    case 'envelope-send':
      return `envelope:${task.envelopeEntry}`;
    case 'upload':
      return `envelope:${envelope ?? entry.id}`;
    case 'envelope-remind':
    case 'envelope-void':
      return `follow-up:${entry.id}`;
    case 'tasks-bulk':
    case 'task-update':
      return `tasks:${entry.batch}`;
    default:
      return assertNever(task);
  }
}
