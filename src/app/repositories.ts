import type { BatchId } from '../core/ids';
import { BatchRepository } from '../store/batch-repository';
import { ClientDirectoryRepository } from '../store/client-directory-repository';
import type { Database } from '../store/database';
import { documentBytes } from '../store/document-bytes';
import { DocumentRepository } from '../store/document-repository';
import { JournalRepository } from '../store/journal-repository';
import { KeySlotRepository } from '../store/key-slot-repository';
import { OutboxRepository } from '../store/outbox-repository';
import { SettingsRepository } from '../store/settings-repository';
import type { BatchKeyring } from '../vault/batch-keyring';
import { sha256 } from '../vault/digest';
import { VaultSession } from '../vault/vault-session';
import type { VaultKeys } from '../vault/vault-key';

/** The store and the keyring that opens it, joined: ciphertext on one side, keys on the other. */
export class Repositories {
  readonly database: Database;
  readonly keySlots: KeySlotRepository;
  readonly settings: SettingsRepository;
  readonly directory: ClientDirectoryRepository;
  readonly journal: JournalRepository;
  readonly outbox: OutboxRepository;
  readonly documents: DocumentRepository;
  readonly keyring: BatchKeyring;
  readonly #session: VaultSession;
  /** Counts openings and locks: a lock that waited is not carried out over a vault opened again meanwhile. */
  #turn = 0;

  constructor(database: Database, now: () => number) {
    this.database = database;
    const session = new VaultSession(new BatchRepository(database).wrappedKeyOf);
    this.#session = session;
    this.keyring = session.batchKeys;
    this.keySlots = new KeySlotRepository(database);
    this.settings = new SettingsRepository(database, session.sealer);
    this.directory = new ClientDirectoryRepository(database);
    this.journal = new JournalRepository(database, session.journalSealer, sha256);
    this.outbox = new OutboxRepository({ database, keys: session.batchKeys, journal: this.journal, now });
    this.documents = new DocumentRepository(database, documentBytes(database), session.batchKeys);
  }

  open(keys: VaultKeys): void {
    this.#turn += 1;
    this.#session.unlock(keys);
    this.outbox.forget();
  }

  /**
   * The vault's keys leave the memory; batches on their way keep theirs, and the journal's, until they have settled.
   * Answers whether anything goes on.
   */
  async lock(): Promise<boolean> {
    const turn = ++this.#turn;
    // Asked while their keys can still be had; a failing store keeps nothing.
    const kept = await this.outbox.batchesToKeep();
    if (turn !== this.#turn) return true;
    const keep = kept.ok ? kept.value : new Set<BatchId>();
    await this.#session.lock(keep);
    this.outbox.forget();
    return keep.size > 0;
  }

  /** To be called when the outbox has changed: behind a locked vault, what has settled loses its keys. */
  async release(): Promise<boolean> {
    if (this.#session.keys !== null) return true;
    const running = await this.outbox.runningBatches();
    if (!running.ok || running.value.size > 0) return true;
    this.#session.release(running.value);
    this.outbox.forget();
    return false;
  }
}
