import type { AppError } from '../core/app-error';
import type { OutboxEntryId } from '../core/ids';
import type { OutboxCounts } from '../core/outbox/batch-draft';
import type { Result } from '../core/result';
import type { DeploymentRepository } from '../store/deployment-repository';
import type { OutboxRepository } from '../store/outbox-repository';
import { spaced } from '../store/spaced';
import { applyByHand, signedIn } from '../sync/by-hand';
import type { Clock } from '../sync/ports';
import { SyncLoop } from '../sync/sync-loop';
import type { SyncLoopPorts, SyncStatus } from '../sync/sync-loop';
import type { SyncControl } from '../ui/controls/sync-control';

export interface SyncParts {
  readonly outbox: OutboxRepository;
  /** « Suspendre les envois » holds through a reload. */
  readonly choices: DeploymentRepository;
  readonly ports: Omit<SyncLoopPorts, 'onStatus'>;
  /** Something may be sent: connected, in an office, and with keys at hand. */
  readonly allowed: () => boolean;
  readonly online: () => boolean;
  /** Why the last check of the connection failed; reactive. */
  readonly connectionFailure: () => AppError | null;
}

/** A count takes as long as the outbox is long. */
const COUNT_REST_MS = 200;
const NOTHING: OutboxCounts = { pending: 0, held: 0, rejected: 0, done: 0 };
const SIGN_IN_CODES: readonly string[] = ['api/unauthorized', 'api/forbidden'];

/** The sending half of this tab: competes for the lead, and tells the badge how much is left. */
export class SyncService implements SyncControl {
  readonly #parts: SyncParts;
  readonly #loop: SyncLoop;
  #counts: OutboxCounts = $state.raw(NOTHING);
  #status: SyncStatus = $state.raw({ leading: false, inFlight: 0, failure: null });
  #paused = $state(false);
  #online = $state(true);
  #run: { readonly controller: AbortController; readonly ended: Promise<void> } | null = null;

  constructor(parts: SyncParts) {
    this.#parts = parts;
    this.#loop = new SyncLoop({ ...parts.ports, onStatus: (status) => (this.#status = status) });
    this.#online = parts.online();
    parts.outbox.onChange(() => void this.refresh());
  }

  get counts(): OutboxCounts {
    return this.#counts;
  }

  get paused(): boolean {
    return this.#paused;
  }

  get online(): boolean {
    return this.#online;
  }

  get unreachable(): SyncControl['unreachable'] {
    return whoIsSilent(this.#status.failure) ?? whoIsSilent(this.#parts.connectionFailure());
  }

  get needsSignIn(): boolean {
    return this.#status.failure !== null && SIGN_IN_CODES.includes(this.#status.failure.code);
  }

  /** Awaited by whoever queued something, so that the badge never says « rien » of a batch just confirmed. */
  readonly refresh = spaced(async () => {
    const counts = await this.#parts.outbox.counts();
    if (counts.ok) this.#counts = counts.value;
  }, COUNT_REST_MS);

  /** Starts or stops the loop by what is allowed now. Safe to call at any time. */
  update(): void {
    this.#online = this.#parts.online();
    if (this.#parts.allowed() && this.#run === null) {
      const controller = new AbortController();
      this.#run = { controller, ended: this.#loop.run(controller.signal) };
    } else if (!this.#parts.allowed() && this.#run !== null) {
      this.#run.controller.abort();
      this.#run = null;
    } else {
      this.#loop.wake();
    }
  }

  async signedIn(): Promise<void> {
    await signedIn(this.#hand(), this.#clock);
    this.update();
  }

  async load(): Promise<void> {
    const choice = await this.#parts.choices.get('sync');
    if (choice.ok && choice.value === 'paused') this.#hold();
    await this.refresh();
  }

  pause(): void {
    this.#hold();
    void this.#parts.choices.put({ name: 'sync', value: 'paused' });
  }

  resume(): void {
    this.#paused = false;
    this.#loop.resume();
    void this.#parts.choices.put({ name: 'sync', value: 'running' });
  }

  #hold(): void {
    this.#paused = true;
    this.#loop.pause();
  }

  retry(entry: OutboxEntryId): Promise<Result<null>> {
    return applyByHand(this.#hand(), entry, { kind: 'retry' }, this.#clock);
  }

  cancel(entry: OutboxEntryId): Promise<Result<null>> {
    return applyByHand(this.#hand(), entry, { kind: 'cancel' }, this.#clock);
  }

  hold(entry: OutboxEntryId): Promise<Result<null>> {
    return applyByHand(this.#hand(), entry, { kind: 'hold', reason: 'by-hand' }, this.#clock);
  }

  release(entry: OutboxEntryId): Promise<Result<null>> {
    return applyByHand(this.#hand(), entry, { kind: 'release' }, this.#clock);
  }

  get #clock(): Clock {
    return this.#parts.ports.clock;
  }

  #hand() {
    const { outbox } = this.#parts;
    return {
      stored: (id: OutboxEntryId) => outbox.stored(id),
      unsettled: () => outbox.unsettled(),
      save: outbox.save.bind(outbox),
    };
  }
}

function whoIsSilent(failure: AppError | null): SyncControl['unreachable'] {
  if (failure?.code === 'api/proxy-unreachable') return 'office-server';
  return failure?.code.startsWith('api/upstream-') ? 'gem-books' : null;
}
