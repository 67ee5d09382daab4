import type { SettlementEffects } from '../core/outbox/batch-draft';
import type { OutboxEntry } from '../core/outbox/outbox-entry';
import type { DocumentId, LocalClientId, OutboxEntryId, ServerClientId } from '../core/ids';
import type { Result } from '../core/result';

/** An entry as read, with the revision that a later save must still find. */
export interface StoredEntry {
  readonly entry: OutboxEntry;
  readonly revision: number;
}

/** The outbox as the sync loop sees it; `store` and `vault` implement it together in the composition root. */
export interface OutboxStore {
  /**
   * Entries not settled (not done, already-done, rejected, conflict or cancelled) whose batch key is at hand; after a
   * restart that is none until the vault is unlocked.
   */
  unsettled(): Promise<readonly StoredEntry[]>;
  /** The settled results that unsettled entries depend on. */
  settled(ids: readonly OutboxEntryId[]): Promise<readonly OutboxEntry[]>;
  /**
   * Compare-and-set in one strict transaction: writes only if the stored revision is still `expected`, and answers the
   * new revision, else `null` (someone cancelled or retried it meanwhile: read again).
   */
  save(entry: OutboxEntry, expected: number, effects: SettlementEffects): Promise<number | null>;
  serverIdOf(client: LocalClientId): Promise<ServerClientId | null>;
  /** The prepared PDF, opened. One at a time in memory. */
  documentBytes(document: DocumentId): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** Calls back when entries were added or changed by another hand or tab. Answers the unsubscriber. */
  onChange(callback: () => void): () => void;
}

/** The outbox as the technician's hand reaches it, from any tab: one entry, settled or not. */
export interface OutboxHand extends Pick<OutboxStore, 'save' | 'unsettled'> {
  /** `null` when there is no such entry, or its batch key is not at hand. */
  stored(id: OutboxEntryId): Promise<StoredEntry | null>;
}

/** HTTP without exceptions: a network failure is a value. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under the API base, without leading slash. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal;
}

export type HttpAnswer =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      /** The body as it came, where a caller needs more than text. */
      readonly bytes?: Uint8Array<ArrayBuffer>;
    }
  /**
   * None that can be believed; fetch cannot tell whether the request reached the server. `damaged`: one came, and its
   * bytes are not those that its Content-Digest names.
   */
  | { readonly kind: 'no-answer'; readonly offline: boolean; readonly timeout: boolean; readonly damaged?: true };

export interface Http {
  request(request: HttpRequest): Promise<HttpAnswer>;
}

/** Epoch milliseconds, and timers, as parameters: tests turn them by hand. */
export interface Clock {
  now(): number;
  /** Resolves after `ms`, or at once when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** `navigator.locks` behind a port: one leader among the tabs. */
export interface LeaderLock {
  /** Runs `task` while holding the lock; waits for it. `signal` gives up waiting or asks the task to stop. */
  hold(name: string, signal: AbortSignal, task: (signal: AbortSignal) => Promise<void>): Promise<void>;
}
