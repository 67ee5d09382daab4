import { sameCorrection, supersedes } from '../core/clients/correction';
import { doubledClients } from '../core/clients/doubled-clients';
import type { OpenCorrection } from '../core/clients/correction';
import type { ServerClient } from '../core/clients/client';
import type { LocalClientId, OutboxEntryId, ServerClientId } from '../core/ids';
import type { HandMark, HandMarkName } from '../core/outbox/hand-mark';
import { isHandDone } from '../core/outbox/hand-mark';
import type { OutboxEntry } from '../core/outbox/outbox-entry';
import { ok } from '../core/result';
import type { Result } from '../core/result';
import { applyByHand } from '../sync/by-hand';
import type { Clock } from '../sync/ports';
import type { ByHandControl } from '../ui/controls/by-hand-control';
import type { QueuedTask } from './queue-tasks';
import type { Repositories } from './repositories';
import type { ServerKnowledge } from './server-knowledge.svelte';

export interface ByHandParts {
  readonly repositories: Pick<Repositories, 'outbox' | 'directory'>;
  readonly server: Pick<ServerKnowledge, 'freshClients'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Puts a correction that no import asked for on the list. */
  readonly ask: (tasks: readonly QueuedTask[]) => Promise<Result<unknown>>;
  /** The local day of an instant, ISO date. */
  readonly dayOf: (epochMs: number) => string;
}

type StandingCorrection = OpenCorrection & { readonly id: OutboxEntryId };

/** What a person does in GEM-BOOKS because no route of it does: noted, taken back, recognised. */
export class ByHandService implements ByHandControl {
  readonly #parts: ByHandParts;

  constructor(parts: ByHandParts) {
    this.#parts = parts;
  }

  mark(entry: OutboxEntryId, name: HandMarkName, on: string): Promise<Result<null>> {
    return this.#mark(entry, { name, on, at: this.#parts.clock.now(), how: 'hand' });
  }

  unmark(entry: OutboxEntryId, name: HandMarkName): Promise<Result<null>> {
    return applyByHand(this.#hand(), entry, { kind: 'unmarked', name }, this.#parts.clock);
  }

  async recognise(): Promise<Result<number>> {
    const before = await this.standing();
    const read = await this.#parts.server.freshClients(AbortSignal.timeout(60_000));
    if (!read.ok) return read;
    // The reading itself marked them (`recogniseIn`).
    const after = await this.standing();
    return ok(Math.max(0, before.length - after.length));
  }

  /** Marks the corrections that a fresh list of clients shows made, and asks for those of clients that it holds twice. */
  async recogniseIn(clients: readonly ServerClient[]): Promise<void> {
    await this.#askForDoubles(clients);
    const standing = await this.standing();
    if (standing.length === 0) return;
    const links = await this.#parts.repositories.directory.links();
    if (!links.ok) return;
    const serverIds = new Map<LocalClientId, ServerClientId>(links.value);
    const servers = new Map(clients.map((client) => [client.id, client]));
    const at = this.#parts.clock.now();
    // Not part of the first screen: comparing names is a rule of some weight.
    const { isCorrected } = await import('../core/clients/is-corrected');
    for (const { id, client, correction } of standing) {
      const server = servers.get(serverIds.get(client) ?? -1);
      const gone = correction.field === 'double' && !servers.has(Number(correction.before));
      if (!gone && (server === undefined || !isCorrected(correction, server))) continue;
      await this.#mark(id, { name: 'done', on: this.#parts.dayOf(at), at, how: 'recognised' });
    }
  }

  /** Corrections that a person still has to make. */
  async standing(): Promise<readonly StandingCorrection[]> {
    const all = await this.#parts.repositories.outbox.all();
    return all.ok ? all.value.entries.flatMap(standingCorrection) : [];
  }

  /** The entries of a new import without the corrections that are asked for already. */
  async withoutRepeats(entries: readonly OutboxEntry[]): Promise<readonly OutboxEntry[]> {
    const standing = await this.standing();
    return entries.filter((entry) => {
      const [asked] = standingCorrection(entry);
      return asked === undefined || !standing.some((other) => sameCorrection(asked, other));
    });
  }

  /** Once an import is in: what it asks for in the place of an older wish withdraws that one. */
  async withdrawReplaced(entries: readonly OutboxEntry[]): Promise<void> {
    const asked = entries.flatMap(standingCorrection);
    if (asked.length === 0) return;
    const older = (await this.standing()).filter(({ id }) => !asked.some((own) => own.id === id));
    for (const { id } of older.filter((other) => asked.some((own) => supersedes(own, other))))
      await applyByHand(this.#hand(), id, { kind: 'cancel' }, this.#parts.clock);
  }

  /** Each double once, whatever became of its line. */
  async #askForDoubles(clients: readonly ServerClient[]): Promise<void> {
    const all = await this.#parts.repositories.outbox.all();
    if (!all.ok) return;
    const { entries } = all.value;
    const asked = new Set(
      entries.flatMap(({ task }) =>
        task.kind === 'hand-correction' && task.correction.field === 'double' ? [task.correction.before] : [],
      ),
    );
    const fresh = doubledClients(entries, clients).filter(({ correction }) => !asked.has(correction.before));
    if (fresh.length === 0) return;
    await this.#parts.ask(fresh.map((open) => ({ task: { kind: 'hand-correction', ...open } })));
  }

  #mark(entry: OutboxEntryId, mark: HandMark): Promise<Result<null>> {
    return applyByHand(this.#hand(), entry, { kind: 'marked', mark }, this.#parts.clock);
  }

  #hand() {
    const { outbox } = this.#parts.repositories;
    return { stored: (id: OutboxEntryId) => outbox.stored(id), save: outbox.save.bind(outbox) };
  }
}

function standingCorrection({ id, task, state }: OutboxEntry): readonly StandingCorrection[] {
  if (task.kind !== 'hand-correction' || state.kind !== 'by-hand' || isHandDone(state.marks)) return [];
  return [{ id, client: task.client, correction: task.correction }];
}
