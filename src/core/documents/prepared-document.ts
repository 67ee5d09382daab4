import type { FormCode } from '../forms/form-code';
import type { PlacedField } from '../forms/placed-field';
import type { DocumentId, LocalClientId, RowId } from '../ids';
import type { DocumentRecipient } from './document-row';

/** Ground-decisions §6. `prepared`: the source is a byte prefix of the result. */
export type PreparationOutcome = 'prepared' | 'prepared-derivative' | 'untouched-signed';

/** Where the sealed bytes of a document lie, and the key that opens them (wrapped by its batch's key). */
export interface SealedDocument {
  readonly id: DocumentId;
  /** OPFS pack file name, or `idb` for the fallback. */
  readonly pack: string;
  /** Bytes, in the pack. */
  readonly offset: number;
  readonly length: number;
  readonly wrappedKey: Uint8Array<ArrayBuffer>;
}

/** A document ready to be queued. Digests are SHA-256 in lower-case hex. */
export interface PreparedDocument {
  readonly rowId: RowId;
  readonly clientId: LocalClientId;
  readonly sealed: SealedDocument;
  readonly outcome: PreparationOutcome;
  readonly sourceSha256: string;
  readonly sha256: string;
  /** Bytes of the prepared PDF. */
  readonly size: number;
  readonly pageCount: number;
  readonly form: FormCode;
  readonly taxYear: number;
  /** Keyed hash that the server holds unique (ground-decisions §3): lower-case hex of an HMAC-SHA-256. */
  readonly deliveryKey: string;
  /** Federal refund in dollars that it states, a balance owing below zero; kept sealed, for the re-sign watch. */
  readonly refund?: number;
  readonly recipients: readonly DocumentRecipient[];
  readonly fields: readonly PlacedField[];
}
