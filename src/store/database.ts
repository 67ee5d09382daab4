import { Dexie, type Table } from 'dexie';
import type { BatchId, DocumentId, LocalClientId, OutboxEntryId } from '../core/ids';
import type { KeySlot } from '../core/vault/key-slot';
import type {
  BatchRecord,
  ClientChunkRecord,
  ClientLinkPackRecord,
  ClientLinkRecord,
  ClientSnapshotRecord,
  DeploymentRecord,
  DeviceKeyRecord,
  DocumentBytesRecord,
  DocumentRecord,
  JournalRecord,
  OutboxRecord,
  SettingRecord,
} from './records';

export const DATABASE_NAME = 'impot-sync';

/** Version → stores. Append only: a version that has shipped is never edited. The first item is the primary key. */
export const SCHEMA_VERSIONS = {
  1: {
    keySlots: 'id',
    deviceKeys: 'id',
    settings: 'name',
    deployment: 'name',
    clientChunks: 'id',
    clientSnapshot: 'id',
    clientLinks: 'localId',
    batches: 'id, createdAt',
    outbox: 'id, batch, lane, [lane+batch], dueAt',
    documents: 'id, batch, pack',
    documentBytes: 'id',
    journal: 'seq',
  },
  // An index nobody asks is written with every entry all the same: a list of new clients queues four entries each.
  2: { outbox: 'id, [lane+batch]', clientLinkPacks: 'id' },
} as const;

export const SCHEMA_VERSION = 2;

export class Database extends Dexie {
  declare readonly keySlots: Table<KeySlot, string>;
  declare readonly deviceKeys: Table<DeviceKeyRecord, string>;
  declare readonly settings: Table<SettingRecord, string>;
  declare readonly deployment: Table<DeploymentRecord, string>;
  declare readonly clientChunks: Table<ClientChunkRecord, string>;
  declare readonly clientSnapshot: Table<ClientSnapshotRecord, string>;
  declare readonly clientLinks: Table<ClientLinkRecord, LocalClientId>;
  declare readonly clientLinkPacks: Table<ClientLinkPackRecord, string>;
  declare readonly batches: Table<BatchRecord, BatchId>;
  declare readonly outbox: Table<OutboxRecord, OutboxEntryId>;
  declare readonly documents: Table<DocumentRecord, DocumentId>;
  declare readonly documentBytes: Table<DocumentBytesRecord, DocumentId>;
  declare readonly journal: Table<JournalRecord, number>;

  constructor(name = DATABASE_NAME) {
    super(name, {
      // A commit is on the disk when it is reported: an entry sent must never be forgotten by a power cut.
      chromeTransactionDurability: 'strict',
      // Live queries show what is committed, never what is hoped for.
      cache: 'disabled',
      // A database closed under us (upgraded or deleted by another tab) stays closed.
      autoOpen: false,
    });
    for (const [version, stores] of Object.entries(SCHEMA_VERSIONS))
      this.version(Number(version)).stores({ ...stores });
  }
}
