import type { BatchKeys } from '../core/vault/batch-keys';
import type { Database } from './database';
import type { JournalRepository } from './journal-repository';

/** What the outbox reads and writes with. */
export interface OutboxParts {
  readonly database: Database;
  readonly keys: BatchKeys;
  readonly journal: JournalRepository;
  /** Epoch milliseconds. */
  readonly now: () => number;
}
