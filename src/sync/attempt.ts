import type { LocalClientId, OutboxEntryId, ServerClientId } from '../core/ids';
import type { SettlementEffects } from '../core/outbox/batch-draft';
import { freeze } from '../core/outbox/freeze';
import type { TextDigest } from '../core/outbox/freeze';
import type { OutboxEntry } from '../core/outbox/outbox-entry';
import { clientsOf } from '../core/outbox/resolve-task';
import type { ResolvedIds } from '../core/outbox/resolve-task';
import type { SendOutcome } from '../core/outbox/send-outcome';
import { transition } from '../core/outbox/transition';
import type { TransitionContext } from '../core/outbox/transition-context';
import type { OutboxMirror } from './outbox-mirror';
import type { OutboxStore, StoredEntry } from './ports';
import type { SendContext } from './send/send-context';
import { sendEntry } from './send-entry';

export interface AttemptPorts {
  readonly mirror: OutboxMirror;
  readonly store: Pick<OutboxStore, 'serverIdOf'>;
  readonly digest: TextDigest;
  /** The clock and the jitter of one step. */
  readonly step: () => TransitionContext;
  readonly send: Omit<SendContext, 'uploads' | 'draftKey' | 'signal'>;
}

/**
 * One attempt, in four writes' order. Killed after any line, the next leader finds a state from which going on is right:
 *
 * 1. freeze, in its own save       → `waiting` + frozen: the same bytes go out later, under the same key.
 * 2. claim (`sending`, attempts+1) → found `sending` with nobody sending: treated as perhaps sent (`restarted`).
 * 3. the network                   → same as 2: keys, digests and If-Match make it safe, the two others look first.
 * 4. settle, with the new link     → settled: dependents see it. Before it, same as 2.
 *
 * Nothing is sent before 2 is on disk, nothing is forgotten before 4 is. Answers what came of it, `null` when the entry
 * was not sent.
 */
export async function attempt(
  stored: StoredEntry,
  ports: AttemptPorts,
  signal: AbortSignal,
): Promise<SendOutcome | null> {
  const { mirror, digest, step } = ports;
  let current: StoredEntry | null = stored;

  if (current.entry.frozen === null) {
    const frozen = await freeze(current.entry, await resolveIds(current.entry, ports), digest);
    const event = frozen.ok
      ? ({ kind: 'frozen', request: frozen.value } as const)
      : ({ kind: 'hold', reason: frozen.error } as const);
    current = await mirror.save(current, transition(current.entry, event, step()));
    if (current === null || !frozen.ok) return null;
  }

  if (signal.aborted) return null;
  current = await mirror.save(current, transition(current.entry, { kind: 'claimed' }, step()));
  if (current === null || current.entry.state.kind !== 'sending') return null;

  const uploads = uploadsOf(current.entry, mirror);
  const draftKey = draftKeyOf(current.entry, mirror);
  const outcome = await sendEntry(current.entry, { ...ports.send, signal, uploads, draftKey });

  await settle(current, outcome, ports);
  return outcome;
}

/** Until it is written: whoever wrote in between (a wish to cancel) is read, and the answer applied to what he left. */
async function settle(sent: StoredEntry, outcome: SendOutcome, { mirror, step }: AttemptPorts): Promise<void> {
  let current: StoredEntry | undefined = sent;
  while (current !== undefined) {
    const next: OutboxEntry = transition(current.entry, { kind: 'answered', outcome }, step());
    if ((await mirror.save(current, next, linksOf(next))) !== null) return;
    await mirror.refresh(step().now);
    current = mirror.get(sent.entry.id);
  }
}

/** The client that was just made is linked in the same transaction, or its documents could never find it. */
function linksOf({ task, state }: OutboxEntry): SettlementEffects['links'] {
  const isMade = task.kind === 'client-create' && state.kind === 'done' && state.result.kind === 'client';
  return isMade ? [[task.client, state.result.serverId]] : [];
}

async function resolveIds(entry: OutboxEntry, { mirror, store }: AttemptPorts): Promise<ResolvedIds> {
  const serverIds = new Map<LocalClientId, ServerClientId>();
  for (const client of clientsOf(entry.task)) {
    const id = await store.serverIdOf(client);
    if (id !== null) serverIds.set(client, id);
  }
  const envelopeIds = new Map<OutboxEntryId, string>();
  for (const id of entry.dependsOn) {
    const state = mirror.stateOf(id);
    if (state?.kind === 'done' && state.result.kind === 'envelope') envelopeIds.set(id, state.result.envelopeId);
  }
  return { serverIds, envelopeIds };
}

function draftKeyOf(entry: OutboxEntry, mirror: OutboxMirror): SendContext['draftKey'] {
  if (entry.task.kind === 'envelope') return entry.idempotencyKey;
  if (entry.task.kind !== 'envelope-send') return null;
  return mirror.entryOf(entry.task.envelopeEntry)?.idempotencyKey ?? null;
}

function uploadsOf(entry: OutboxEntry, mirror: OutboxMirror): SendContext['uploads'] {
  return entry.dependsOn.flatMap((id) => {
    const task = mirror.entryOf(id)?.task;
    return task?.kind === 'upload' ? [task] : [];
  });
}
