import type { BatchId } from '../core/ids';
import type { Sealer } from '../core/sealing';
import { ClientDirectoryRepository } from '../store/client-directory-repository';
import type { Database } from '../store/database';
import { documentBytes } from '../store/document-bytes';
import { DocumentRepository } from '../store/document-repository';
import { JournalRepository } from '../store/journal-repository';
import { KeySlotRepository } from '../store/key-slot-repository';
import { OutboxRepository } from '../store/outbox-repository';
import { SettingsRepository } from '../store/settings-repository';
import { BatchKeyring } from '../vault/batch-keyring';
import { sha256 } from '../vault/digest';
import { sealerOf } from '../vault/seal';
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
  #sealer: Sealer | null = null;
  #journalSealer: Sealer | null = null;

  constructor(database: Database, now: () => number) {
    this.database = database;
    this.keyring = new BatchKeyring((batch) => this.#wrappedBatchKey(batch));
    this.keySlots = new KeySlotRepository(database);
    this.settings = new SettingsRepository(database, () => this.#sealer);
    this.directory = new ClientDirectoryRepository(database);
    this.journal = new JournalRepository(database, () => this.#journalSealer, sha256);
    this.outbox = new OutboxRepository({ database, keys: this.keyring, journal: this.journal, now });
    this.documents = new DocumentRepository(database, documentBytes(database), this.keyring);
  }

  open(keys: VaultKeys): void {
    this.#sealer = sealerOf(keys.sealKey);
    this.#journalSealer = sealerOf(keys.journalKey);
    this.keyring.unlock(keys.wrapKey);
  }

  /**
   * The vault's keys leave the memory; a batch that was on its way keeps its own key, and the journal's, to record what
   * becomes of it. Answers whether anything goes on.
   */
  async lock(): Promise<boolean> {
    this.#sealer = null;
    const kept = await this.outbox.batchesToKeep();
    const running = kept.ok ? kept.value : new Set<BatchId>();
    await this.keyring.lock(running);
    this.outbox.forget();
    if (running.size === 0) this.#journalSealer = null;
    return running.size > 0;
  }

  async #wrappedBatchKey(batch: BatchId): Promise<Uint8Array<ArrayBuffer> | null> {
    const record = await this.database.batches.get(batch);
    return record && record.state === 'kept' ? record.wrappedKey : null;
  }
}
