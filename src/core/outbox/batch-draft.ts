import type { PreparedDocument } from '../documents/prepared-document';
import type { JournalEvent } from '../journal/journal-event';
import type { BatchId, DocumentId, LocalClientId, OutboxEntryId, ServerClientId } from '../ids';
import type { OutboxEntry } from './outbox-entry';

export type BatchKind = 'clients' | 'documents' | 'tasks' | 'follow-up';

/** Everything one **Importer** writes, in one transaction: all of it or none. */
export interface BatchDraft {
  readonly id: BatchId;
  readonly kind: BatchKind;
  readonly createdAt: number;
  readonly entries: readonly OutboxEntry[];
  readonly links: readonly (readonly [LocalClientId, ServerClientId])[];
  readonly documents: readonly PreparedDocument[];
  /** Sealed bytes of documents whose pack is `idb`. */
  readonly fallbackBytes: readonly (readonly [DocumentId, Uint8Array<ArrayBuffer>])[];
  readonly directory: {
    readonly chunks: readonly { readonly id: string; readonly sealed: Uint8Array<ArrayBuffer> }[];
    readonly snapshot: Uint8Array<ArrayBuffer>;
  } | null;
  readonly sources: readonly { readonly sha256: string; readonly size: number }[];
  /** What a person decided of it, journalled with the confirmation. */
  readonly decided?: readonly JournalEvent[];
}

/** What settles together with an entry, in the same transaction. */
export interface SettlementEffects {
  readonly links: readonly (readonly [LocalClientId, ServerClientId])[];
  /** Entries whose state depends on this one (rejected dependency → held). */
  readonly entries: readonly OutboxEntry[];
}

/** Live counts for the sync badge. `pending` 0 means idle. */
export interface OutboxCounts {
  readonly pending: number;
  readonly held: number;
  readonly rejected: number;
  readonly done: number;
}

export type UnsettledDependency = readonly [LocalClientId, OutboxEntryId];
