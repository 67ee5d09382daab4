import type { ClientDirectory } from '../../src/core/documents/client-directory';
import type {
  DeliveredBefore,
  DocumentDecision,
  DocumentOptions,
  DocumentRow,
} from '../../src/core/documents/document-row';
import type { SpouseConsent } from '../../src/core/documents/spouse-consent';
import type { OfficeLayout } from '../../src/core/forms/office-layout';
import type { PlacedField } from '../../src/core/forms/placed-field';
import type { RowId } from '../../src/core/ids';
import type { DocumentsSummary } from '../../src/worker-bridge/documents-worker-api';
import type { WorkerKeys } from '../../src/worker-bridge/worker-keys';
import type { Pdfium } from '../pdf/pdfium';
import type { BatchItem } from './batch-item';
import type { ReadContext } from './read-document';

/** Between Aperçu and Importer. The mutable fields change under what the technician does with it (`open-batch`). */
export interface Batch {
  readonly files: readonly File[];
  readonly options: DocumentOptions;
  readonly delivered: ReadonlyMap<string, DeliveredBefore>;
  readonly sources: DocumentsSummary['sources'];
  readonly shifted: boolean;
  readonly items: BatchItem[];
  readonly rows: DocumentRow[];
  officeLayouts: readonly OfficeLayout[];
  consents: readonly SpouseConsent[];
  /** Why the office prepares what its rights forbid to change; `null`: it does not. */
  readonly rightsReason: string | null;
  /** Fields placed by hand, for one document each. */
  readonly placed: Map<RowId, readonly PlacedField[]>;
  /** What the technician decided since Aperçu. */
  readonly decisions: Map<RowId, DocumentDecision>;
}

/** What its documents are read under. */
export type BatchTerms = Pick<
  Batch,
  'files' | 'options' | 'delivered' | 'officeLayouts' | 'consents' | 'placed' | 'rightsReason'
>;

export function contextOf(
  batch: BatchTerms,
  pdfium: Pdfium,
  directory: ClientDirectory,
  { deliveryKey }: WorkerKeys,
): ReadContext {
  const { options, delivered, officeLayouts, consents, placed, rightsReason } = batch;
  const under = { options, delivered, officeLayouts, consents, placed, despiteRights: rightsReason !== null };
  return { ...under, pdfium, directory, deliveryKey };
}
