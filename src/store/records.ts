import type { BatchId, DocumentId, LocalClientId, OutboxEntryId, ServerClientId } from '../core/ids';
import type { BatchKind } from '../core/outbox/batch-draft';
import type { OutboxLane } from '../core/outbox/outbox-entry';

/** Records as they lie in IndexedDB: random ids, counts, times and ciphertext (`record-shapes.ts` is the allow-list). */
type Bytes = Uint8Array<ArrayBuffer>;

export interface DeviceKeyRecord {
  readonly id: 'device';
  /** ECDSA P-256, non-extractable. */
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

export interface SettingRecord {
  readonly name: string;
  readonly sealed: Bytes;
}

/** The few choices that must be known before the vault opens. */
export type DeploymentRecord =
  | { readonly name: 'language'; readonly value: 'fr' | 'en' }
  | { readonly name: 'theme'; readonly value: 'system' | 'light' | 'dark' }
  /** Columns of the Aperçu of clients: one bit each, in the order of `CLIENT_COLUMNS`. */
  | { readonly name: 'client-columns'; readonly value: number }
  | { readonly name: 'sync'; readonly value: 'running' | 'paused' };

export interface ClientChunkRecord {
  readonly id: string;
  readonly sealed: Bytes;
}

export interface ClientSnapshotRecord {
  readonly id: 'current';
  /** Goes up with every change of the directory: a preview of older clients is stale. */
  readonly revision: number;
  readonly sealed: Bytes;
}

export interface ClientLinkRecord {
  readonly localId: LocalClientId;
  readonly serverId: ServerClientId;
}

/** Links of clients whose ids begin alike, by position. */
export interface ClientLinkPackRecord {
  readonly id: string;
  readonly localIds: readonly LocalClientId[];
  readonly serverIds: readonly ServerClientId[];
}

export interface BatchRecord {
  readonly id: BatchId;
  readonly kind: BatchKind;
  readonly createdAt: number;
  /** Empty once erased: then nothing of the batch opens any more. */
  readonly wrappedKey: Bytes;
  readonly state: 'kept' | 'erased';
}

export interface OutboxRecord {
  readonly id: OutboxEntryId;
  readonly batch: BatchId;
  readonly order: number;
  readonly lane: OutboxLane;
  readonly dueAt: number;
  /** From 1, up by one with every write. */
  readonly revision: number;
  /** The entry as JSON, under its batch's key and the context `outbox:{id}`. */
  readonly sealed: Bytes;
}

export interface DocumentRecord {
  readonly id: DocumentId;
  readonly batch: BatchId;
  readonly pack: string;
  readonly offset: number;
  readonly length: number;
  readonly wrappedKey: Bytes;
}

export interface DocumentBytesRecord {
  readonly id: DocumentId;
  readonly sealed: Bytes;
}

export interface JournalRecord {
  readonly seq: number;
  /** The line as JSON, under the journal key and the context `journal:{seq}`. */
  readonly sealed: Bytes;
}
