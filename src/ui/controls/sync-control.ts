import type { OutboxEntryId } from '../../core/ids';
import type { OutboxCounts } from '../../core/outbox/batch-draft';
import type { Result } from '../../core/result';

export interface SyncControl {
  readonly counts: OutboxCounts;
  readonly paused: boolean;
  readonly online: boolean;
  /** Online, and yet nobody answered the last request: the office's own server, or GEM-BOOKS behind it. */
  readonly unreachable: 'office-server' | 'gem-books' | null;
  /** Set when the last answer was 401 or 403. */
  readonly needsSignIn: boolean;
  pause(): void;
  resume(): void;
  retry(entry: OutboxEntryId): Promise<Result<null>>;
  cancel(entry: OutboxEntryId): Promise<Result<null>>;
  /** « Retenir »: it waits here, whatever its time, until it is released. */
  hold(entry: OutboxEntryId): Promise<Result<null>>;
  release(entry: OutboxEntryId): Promise<Result<null>>;
}
