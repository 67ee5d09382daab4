import { assertNever } from '../../core/result';
import type { OutboxEntry } from '../../core/outbox/outbox-entry';
import { groupLane } from './entry-lane';
import type { TrackingGroup } from './tracking-group';

/**
 * Gathers entries into what the technician follows: an upload and an `envelope-send` join their envelope, record
 * changes join their client, an invitation stands alone (it may serve several clients). Order: as the entries come.
 */
export function groupEntries(entries: readonly OutboxEntry[]): readonly TrackingGroup[] {
  const envelopeOfUpload = new Map<string, string>();
  for (const entry of entries) {
    if (entry.task.kind !== 'envelope') continue;
    for (const dependency of entry.dependsOn) envelopeOfUpload.set(dependency, entry.id);
  }
  const members = new Map<string, OutboxEntry[]>();
  for (const entry of entries) {
    const key = groupKey(entry, envelopeOfUpload);
    const group = members.get(key);
    if (group) group.push(entry);
    else members.set(key, [entry]);
  }
  return [...members].map(([id, group]) => describe(id, group));
}

function groupKey(entry: OutboxEntry, envelopeOfUpload: ReadonlyMap<string, string>): string {
  const { task } = entry;
  switch (task.kind) {
    case 'client-create':
    case 'client-update':
    case 'client-patch':
      return `client:${entry.batch}:${task.client}`;
    case 'invitation':
      return `invitation:${entry.id}`;
    case 'envelope':
      return `envelope:${entry.id}`;
    case 'envelope-send':
      return `envelope:${task.envelopeEntry}`;
    case 'upload':
      return `envelope:${envelopeOfUpload.get(entry.id) ?? entry.id}`;
    default:
      return assertNever(task);
  }
}

function describe(id: string, unordered: readonly OutboxEntry[]): TrackingGroup {
  const entries = [...unordered].sort((a, b) => a.order - b.order);
  const [first] = entries;
  if (!first) throw new Error('a group has at least one entry');
  const base = { id, batch: first.batch, lane: groupLane(entries), entries, createdAt: first.createdAt };
  for (const { task } of entries) {
    switch (task.kind) {
      case 'envelope':
        return {
          ...base,
          kind: 'envelope',
          client: task.client,
          name: task.draft.recipients[0]?.name ?? null,
          titles: task.draft.documents.map((document) => document.title),
        };
      case 'invitation':
        return { ...base, kind: 'invitation', client: task.clients[0] ?? null, name: null, titles: [task.email] };
      case 'client-create':
        return { ...base, kind: 'client', client: task.client, name: task.body.name, titles: [] };
      default:
        break;
    }
  }
  const task = first.task;
  const client = task.kind === 'client-update' || task.kind === 'client-patch' ? task.client : null;
  return { ...base, kind: client === null ? 'envelope' : 'client', client, name: null, titles: [] };
}
