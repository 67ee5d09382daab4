import type { OutboxEntry, OutboxTask } from '../../core/outbox/outbox-entry';
import { changesOf } from '../../core/tasks/task-batches';
import { groupLane } from './entry-lane';
import type { TrackingGroup } from './tracking-group';

type TaskOf<K extends OutboxTask['kind']> = Extract<OutboxTask, { kind: K }>;

/** What a group is, by the most telling of its tasks: envelope, then record, then invitation. */
export function describeGroup(id: string, unordered: readonly OutboxEntry[]): TrackingGroup {
  const entries = [...unordered].sort((a, b) => a.order - b.order);
  const [first] = entries;
  if (!first) throw new Error('a group has at least one entry');
  const base = { id, batch: first.batch, lane: groupLane(entries), entries, createdAt: first.createdAt };
  const none = { ...base, documents: [] };
  const taskOf = <K extends OutboxTask['kind']>(kind: K): TaskOf<K> | undefined =>
    entries.map(({ task }) => task).find((task): task is TaskOf<K> => task.kind === kind);

  const envelope = taskOf('envelope') ?? taskOf('hand-envelope');
  if (envelope) {
    const { recipients, documents } = envelope.draft;
    return { ...base, kind: 'envelope', client: envelope.client, name: recipients[0]?.name ?? null, documents };
  }
  const created = taskOf('client-create');
  if (created) return { ...none, kind: 'client', client: created.client, name: created.body.name };
  const changed =
    taskOf('client-update') ?? taskOf('client-patch') ?? taskOf('hand-correction') ?? taskOf('client-reminder');
  if (changed) return { ...none, kind: 'client', client: changed.client, name: null };
  const followUp = taskOf('envelope-remind') ?? taskOf('envelope-void');
  if (followUp) return { ...none, kind: 'follow-up', client: null, name: null };
  const tasks = entries.reduce((sum, entry) => sum + changesOf(entry).length, 0);
  if (tasks > 0) return { ...none, kind: 'tasks', client: null, name: null, tasks };
  const invitation = taskOf('invitation');
  if (invitation) {
    return {
      ...none,
      kind: 'invitation',
      client: invitation.clients[0] ?? null,
      name: null,
      invited: invitation.email,
    };
  }
  return { ...none, kind: 'envelope', client: null, name: null };
}
