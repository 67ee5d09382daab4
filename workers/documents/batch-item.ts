import type { ShiftWitness } from '../../src/core/documents/batch-shift';
import type { DeliveredReturn } from '../../src/core/documents/delivery-key';
import type { DocumentRow } from '../../src/core/documents/document-row';
import type { KnownNumber } from '../../src/core/documents/known-numbers';
import type { LocalClientId } from '../../src/core/ids';
import type { ArchiveDocument } from '../archive/read-archive';
import type { PageDigest } from '../pdf/page-digest';

/** One document of the batch between Aperçu and Importer: its line, and how to find the same bytes again. */
export interface BatchItem {
  readonly source: ArchiveDocument;
  /** SHA-256 of the previewed bytes; empty when they could not be read. */
  readonly sha256: string;
  readonly signed: boolean;
  /** What its pages are, for the proof of what is prepared; `null` when they could not be read. */
  readonly digest: readonly PageDigest[] | null;
  /** What opened the archive's entry or the PDF itself, when one was needed. Never leaves the worker's memory. */
  readonly password: string | null;
  /** The PDF opens with that password only: nobody else could read it, so that a decrypted copy goes. */
  readonly locked: boolean;
  readonly witness: ShiftWitness;
  /** Which return it says it is of; `null` when it could not be read. */
  readonly filing: Pick<DeliveredReturn, 'periodEnd' | 'returnKind'> | null;
  /** The office's internal pages are left out of what leaves. */
  readonly trimmed: boolean;
  /** The technician wrote why its contradiction does not count. */
  readonly overridden: boolean;
  /** Whom the technician assigned it to, if anyone. */
  readonly assigned: LocalClientId | null;
  /** `null` when nobody could receive it. */
  readonly deliveryKey: string | null;
  /** Province of residence on 31 December that the document states, if it does. */
  readonly yearEndProvince: string | null;
  /** An earlier version was sent, and its signature does not cover this one. */
  readonly resigns: boolean;
  /** Federal refund in dollars, a balance owing below zero. */
  readonly refund: number | null;
  /** The SIN it shows of a client whose list has none. Never leaves the workers. */
  readonly numberShown: KnownNumber | null;
  /** As judged, without the technician's decision. */
  readonly row: DocumentRow;
}

/** What can be cloned of an item: its source is found again by its place in the listing of the same files. */
export type UnsourcedItem = Omit<BatchItem, 'source'>;

export function unsourced({ source: _, ...item }: BatchItem): UnsourcedItem {
  return item;
}
