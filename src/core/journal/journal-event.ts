import type { ConsentWay } from '../documents/spouse-consent';
import type { OfficeNaming } from '../documents/nomenclature/office-naming';
import type { HandMark } from '../outbox/hand-mark';
import type { BatchId, DocumentId, LocalClientId, OutboxEntryId } from '../ids';

/** What happened, by pseudonymous ids and counts only: never a name, an identifier, an address or a file name. */
export type JournalEvent =
  | { readonly kind: 'vault-created' }
  | { readonly kind: 'vault-unlocked' }
  | { readonly kind: 'vault-locked' }
  | { readonly kind: 'passphrase-changed' }
  | { readonly kind: 'passkey-added' }
  | { readonly kind: 'passkey-removed' }
  | { readonly kind: 'office-created'; readonly office: string }
  | { readonly kind: 'office-joined'; readonly office: string }
  | { readonly kind: 'office-passphrase-changed'; readonly office: string }
  | {
      readonly kind: 'batch-confirmed';
      readonly batch: BatchId;
      readonly entries: number;
      readonly sources: readonly { readonly sha256: string; readonly size: number }[];
      readonly results: readonly {
        readonly document: DocumentId;
        readonly sourceSha256: string;
        readonly sha256: string;
        readonly outcome: string;
      }[];
    }
  | { readonly kind: 'entry-settled'; readonly batch: BatchId; readonly entry: OutboxEntryId; readonly outcome: string }
  /** The marks of a task done by hand, as they stand after a person noted one or took one back. */
  | {
      readonly kind: 'hand-marked';
      readonly batch: BatchId;
      readonly entry: OutboxEntryId;
      readonly marks: readonly Pick<HandMark, 'name' | 'on' | 'how'>[];
    }
  | { readonly kind: 'office-naming-saved' | 'office-naming-forgotten'; readonly form: OfficeNaming['form'] }
  /** `client` agreed that copies reach `spouse`: local ids. Who received the consent stays sealed with it. */
  | {
      readonly kind: 'spouse-consent-recorded';
      readonly client: LocalClientId;
      readonly spouse: LocalClientId;
      readonly how: ConsentWay;
      readonly on: string;
    }
  | { readonly kind: 'spouse-consent-withdrawn'; readonly client: LocalClientId; readonly spouse: LocalClientId }
  | { readonly kind: 'sin-revealed'; readonly client: string }
  /** Reasons as `journalReason` leaves them. */
  | { readonly kind: 'document-set-aside'; readonly batch: BatchId; readonly reason: string }
  | {
      /** Prepared although the rights that their files withhold forbid it. */
      readonly kind: 'rights-overridden';
      readonly batch: BatchId;
      readonly documents: readonly DocumentId[];
      readonly reason: string;
    }
  | {
      readonly kind: 'document-overridden';
      readonly batch: BatchId;
      readonly document: DocumentId;
      readonly reason: string;
    };

/** One link of the chain. `hash` = SHA-256 over the previous hash and this line's canonical JSON, lower-case hex. */
export interface JournalLine {
  /** From 1, without gaps. */
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly event: JournalEvent;
  readonly previous: string;
  readonly hash: string;
}
