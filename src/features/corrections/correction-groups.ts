import type { CorrectionTask } from '../../core/clients/correction';
import type { LocalClientId, OutboxEntryId } from '../../core/ids';
import type { HandMark } from '../../core/outbox/hand-mark';
import { markOf } from '../../core/outbox/hand-mark';
import type { OutboxEntry } from '../../core/outbox/outbox-entry';

/** One field of one client to correct in GEM-BOOKS, with what was noted of it. */
export interface CorrectionLine {
  readonly entry: OutboxEntryId;
  readonly task: CorrectionTask;
  readonly done: HandMark | null;
  /** Epoch milliseconds of the import that asked for it. */
  readonly askedAt: number;
  /** The record it belongs to is still to be created: first that. */
  readonly recordWaits: boolean;
}

/** The corrections of one client. `open` while one of its lines is. */
export interface CorrectionGroup {
  readonly client: LocalClientId;
  readonly lines: readonly CorrectionLine[];
  readonly open: boolean;
}

/** What is to correct, by client, in the order of the imports, latest first. Replaced and withdrawn ones are left out. */
export function correctionGroups(entries: readonly OutboxEntry[]): readonly CorrectionGroup[] {
  const states = new Map(entries.map(({ id, state }) => [id, state.kind]));
  const byClient = new Map<LocalClientId, CorrectionLine[]>();
  for (const { id, task, state, createdAt, dependsOn } of entries) {
    if (task.kind !== 'hand-correction' || state.kind !== 'by-hand') continue;
    const lines = byClient.get(task.client) ?? [];
    const recordWaits = dependsOn.some((needed) => !ARRIVED.has(states.get(needed) ?? 'done'));
    lines.push({ entry: id, task, done: markOf(state.marks, 'done'), askedAt: createdAt, recordWaits });
    byClient.set(task.client, lines);
  }
  return [...byClient].map(([client, lines]) => ({ client, lines, open: lines.some(({ done }) => done === null) }));
}

const ARRIVED: ReadonlySet<OutboxEntry['state']['kind']> = new Set(['done', 'already-done']);

/** How many corrections a person still has to make. */
export const openCorrections = (groups: readonly CorrectionGroup[]): number =>
  groups.reduce((sum, { lines }) => sum + lines.filter(({ done }) => done === null).length, 0);
