import type { EnvelopeDraft } from '../envelopes/envelope';
import type { BatchId, LocalClientId, OutboxEntryId } from '../ids';
import type { OutboxEntry, OutboxTask } from '../outbox/outbox-entry';
import { isHandDone } from '../outbox/hand-mark';

export type ClientReminder = Extract<OutboxTask, { readonly kind: 'client-reminder' }>;

/** Characters that the documented `labels` of a reminder hold. */
const MOST_LABELS_TEXT = 500;

/** In the office's language: nobody outside of it reads a reminder. */
export interface ReminderWords {
  /** Of so many documents; names no form, no year and no amount. */
  readonly title: (documents: number) => string;
  /** Titles of the secure folders, as they are to be named, and the days on which they are to be followed up. */
  readonly notes: (folders: readonly string[], followUps: readonly string[]) => string;
}

/** What one client's reminder is about, and the creation of that client where it is still under way. */
export interface Remindable {
  readonly drafts: readonly EnvelopeDraft[];
  readonly dependsOn: readonly OutboxEntryId[];
}

/**
 * The clients whose envelopes of one import a person has still to put in GEM-BOOKS, and who have no reminder of it: one
 * that was asked for and not withdrawn is not asked for again.
 */
export function remindableClients(
  entries: readonly OutboxEntry[],
  batch: BatchId,
): ReadonlyMap<LocalClientId, Remindable> {
  const asked = new Set(
    entries.flatMap(({ task, state }) =>
      task.kind === 'client-reminder' && task.about === batch && state.kind !== 'cancelled' ? [task.client] : [],
    ),
  );
  const clients = new Map<LocalClientId, Remindable>();
  for (const { batch: own, task, state, dependsOn } of entries) {
    if (own !== batch || task.kind !== 'hand-envelope' || state.kind !== 'by-hand') continue;
    if (isHandDone(state.marks) || asked.has(task.client)) continue;
    const known = clients.get(task.client);
    clients.set(task.client, {
      drafts: [...(known?.drafts ?? []), task.draft],
      dependsOn: [...new Set([...(known?.dependsOn ?? []), ...dependsOn])],
    });
  }
  return clients;
}

/** `on`: the day it falls due, ISO date. */
export function reminderOf(
  client: LocalClientId,
  { drafts }: Remindable,
  about: { readonly batch: BatchId; readonly on: string },
  words: ReminderWords,
): ClientReminder {
  const labels = labelsLine(drafts.flatMap((draft) => draft.labels ?? []));
  return {
    kind: 'client-reminder',
    client,
    about: about.batch,
    on: about.on,
    title: words.title(drafts.reduce((sum, { documents }) => sum + documents.length, 0)),
    notes: words.notes(
      [...new Set(drafts.map(({ title }) => title))],
      [...new Set(drafts.flatMap(({ followUpOn }) => followUpOn ?? []))].sort(),
    ),
    ...(labels === '' ? {} : { labels }),
  };
}

/** One text, as the documented reminder has it: whole labels, as many as it takes. The follow-up sheet has them all. */
function labelsLine(labels: readonly string[]): string {
  let line = '';
  for (const label of new Set(labels)) {
    const longer = line === '' ? label : `${line}, ${label}`;
    if (longer.length <= MOST_LABELS_TEXT) line = longer;
  }
  return line;
}
