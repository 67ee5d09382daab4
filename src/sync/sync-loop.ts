import type { AppError } from '../core/app-error';
import { appError } from '../core/app-error';
import type { OutboxEntryId } from '../core/ids';
import type { TextDigest } from '../core/outbox/freeze';
import { nextDue, nextDueAt } from '../core/outbox/next-due';
import type { DueContext } from '../core/outbox/next-due';
import type { OutboxEntry } from '../core/outbox/outbox-entry';
import type { SendOutcome } from '../core/outbox/send-outcome';
import type { TransitionContext } from '../core/outbox/transition-context';
import { attempt } from './attempt';
import { Bell } from './bell';
import { OutboxMirror } from './outbox-mirror';
import type { Clock, Http, LeaderLock, OutboxStore, StoredEntry } from './ports';
import { releaseUnlinked, repair } from './repair';

export interface SyncLoopPorts {
  readonly store: OutboxStore;
  readonly http: Http;
  readonly lock: LeaderLock;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly digest: TextDigest;
  /** From the server's capabilities; `null` until they are known. */
  readonly uploadPartBytes: () => number | null;
  readonly onStatus?: (status: SyncStatus) => void;
}

export interface SyncStatus {
  /** This tab holds the lock: it is the one that sends. */
  readonly leading: boolean;
  readonly inFlight: number;
  /** Why the last attempt got no usable answer; `null` once one did. */
  readonly failure: AppError | null;
}

export const OUTBOX_LOCK = 'impot-sync-outbox';
const MAX_IN_FLIGHT = 4;
const DEFAULT_PART_BYTES = 8 * 1024 * 1024;
/** Looked at again at least so often, should a change in another tab go unheard. */
const HEARTBEAT_MS = 30_000;
/** A rest that took so much longer than planned was the computer's sleep (ground-decisions §7). */
const SLEEP_GAP_MS = 60_000;
/** After an exception of the store: not at once again. */
const TROUBLE_MS = 5_000;

const NETWORK_ERRORS: readonly string[] = [
  'api/offline',
  'api/proxy-unreachable',
  'api/upstream-unreachable',
  'api/upstream-dns',
  'api/upstream-tls',
  'api/upstream-timeout',
];

interface Flight {
  readonly entry: OutboxEntry;
  readonly controller: AbortController;
  readonly landed: Promise<void>;
}

/**
 * Empties the outbox: waits to be the leader, then claims what is due, up to four at once, until it is aborted. It never
 * gives up and never throws; whatever goes wrong with one entry concerns that entry alone.
 */
export class SyncLoop {
  readonly #ports: SyncLoopPorts;
  readonly #mirror: OutboxMirror;
  readonly #bell = new Bell();
  readonly #flights = new Map<OutboxEntryId, Flight>();
  readonly #eager = new Set<OutboxEntryId>();
  #paused = false;
  #leading = false;
  #failure: AppError | null = null;
  /** Epoch milliseconds: the store failed, and nothing is claimed before. */
  #troubleUntil = 0;
  /** A link may be there now for entries held for want of one. */
  #retryUnlinked = true;

  constructor(ports: SyncLoopPorts) {
    this.#ports = ports;
    this.#mirror = new OutboxMirror(ports.store);
  }

  /** Resolves once `signal` is aborted, everything in flight has settled and the lock is free. */
  async run(signal: AbortSignal): Promise<void> {
    const ring = () => this.#bell.ring();
    signal.addEventListener('abort', ring);
    try {
      if (!signal.aborted) await this.#ports.lock.hold(OUTBOX_LOCK, signal, (held) => this.#lead(held));
    } finally {
      signal.removeEventListener('abort', ring);
    }
  }

  /** The network is back, or the vault open: what only the network held back is tried now, not when it is due. */
  wake(): void {
    for (const { entry } of this.#mirror.all()) {
      if (entry.lastError !== null && NETWORK_ERRORS.includes(entry.lastError.code)) this.#eager.add(entry.id);
    }
    this.#mirror.markStale();
    this.#bell.ring();
  }

  /** Claims nothing more; what is in flight settles. */
  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#bell.ring();
  }

  async #lead(signal: AbortSignal): Promise<void> {
    const { store, clock } = this.#ports;
    const stopListening = store.onChange(() => {
      this.#mirror.hear();
      this.#bell.ring();
    });
    this.#leading = true;
    this.#mirror.markStale();
    this.#retryUnlinked = true;
    this.#tell();
    try {
      while (!signal.aborted) {
        const rest = await this.#round(signal);
        const before = clock.now();
        await this.#bell.wait((enough) => clock.sleep(rest, AbortSignal.any([signal, enough])));
        if (clock.now() - before > rest + SLEEP_GAP_MS) this.#awaken();
      }
      await Promise.all([...this.#flights.values()].map(({ landed }) => landed));
    } finally {
      stopListening();
      this.#leading = false;
      this.#tell();
    }
  }

  /** One look at everything; answers how long there is nothing to do, in milliseconds. */
  async #round(signal: AbortSignal): Promise<number> {
    const { clock } = this.#ports;
    try {
      await this.#mirror.refresh(clock.now());
      await this.#repair();
      const now = clock.now();
      if (this.#paused || signal.aborted) return this.#restUntil(null);
      if (now < this.#troubleUntil) return this.#restUntil(this.#troubleUntil);
      const entries = this.#mirror.all().map(({ entry }) => entry);
      for (const { id } of nextDue(entries, this.#due())) {
        const stored = this.#mirror.get(id);
        if (stored) this.#launch(stored, signal);
      }
      const at = nextDueAt(entries, this.#due());
      // What is due but could not go (the slots are full) goes when a flight lands, which rings.
      return this.#restUntil(at !== null && at > now ? at : null);
    } catch {
      this.#stumble();
      return TROUBLE_MS;
    }
  }

  #restUntil(at: number | null): number {
    const now = this.#ports.clock.now();
    const times = [at, this.#mirror.listenAt()].filter((time) => time !== null);
    return Math.max(0, Math.min(HEARTBEAT_MS, ...times.map((time) => time - now)));
  }

  async #repair(): Promise<void> {
    const step = () => this.#step();
    if (this.#retryUnlinked) {
      this.#retryUnlinked = false;
      await releaseUnlinked(this.#mirror, step);
    }
    await repair(this.#mirror, (id) => this.#flights.has(id), step);
  }

  #launch(stored: StoredEntry, signal: AbortSignal): void {
    const { id } = stored.entry;
    const { store, http, clock, digest, uploadPartBytes } = this.#ports;
    const controller = new AbortController();
    const ports = {
      mirror: this.#mirror,
      store,
      digest,
      step: () => this.#step(),
      send: {
        http,
        now: () => clock.now(),
        documentBytes: (document: Parameters<OutboxStore['documentBytes']>[0]) => store.documentBytes(document),
        uploadPartBytes: () => uploadPartBytes() ?? DEFAULT_PART_BYTES,
      },
    };
    this.#eager.delete(id);
    const landed = attempt(stored, ports, AbortSignal.any([signal, controller.signal]))
      .then(
        (outcome) => this.#learn(outcome),
        // The store failed under it: the entry is read again, and found `sending` if it was claimed.
        () => this.#stumble(),
      )
      .then(() => {
        this.#flights.delete(id);
        this.#bell.ring();
        this.#tell();
      });
    this.#flights.set(id, { entry: stored.entry, controller, landed });
    this.#tell();
  }

  /** After the computer slept, sockets are dead though nobody said so, and whatever was due is due. */
  #awaken(): void {
    for (const { controller } of this.#flights.values()) controller.abort();
    this.wake();
  }

  #learn(outcome: SendOutcome | null): void {
    if (outcome === null) return;
    if (outcome.kind === 'done' && outcome.result.kind === 'client') this.#retryUnlinked = true;
    this.#failure = outcome.kind === 'retry' || outcome.kind === 'needs-sign-in' ? outcome.error : null;
  }

  #stumble(): void {
    this.#troubleUntil = this.#ports.clock.now() + TROUBLE_MS;
    this.#failure = appError('internal/unexpected');
    this.#mirror.markStale();
    this.#tell();
  }

  #tell(): void {
    this.#ports.onStatus?.({ leading: this.#leading, inFlight: this.#flights.size, failure: this.#failure });
  }

  #step(): TransitionContext {
    return { now: this.#ports.clock.now(), random: this.#ports.random() };
  }

  #due(): DueContext {
    return {
      now: this.#ports.clock.now(),
      stateOf: this.#mirror.stateOf,
      inFlight: [...this.#flights.values()].map(({ entry }) => entry),
      limit: MAX_IN_FLIGHT,
      eager: this.#eager,
    };
  }
}
