import type { EnvelopeDocument } from '../../core/envelopes/envelope';
import type { BatchId, LocalClientId } from '../../core/ids';
import type { OutboxEntry } from '../../core/outbox/outbox-entry';
import type { TrackingLane } from '../../i18n/tracking-words';

/** What the technician thinks of as one thing: an envelope with its upload and its e-mail, or one client's record. */
export interface TrackingGroup {
  readonly id: string;
  readonly batch: BatchId;
  readonly kind: 'client' | 'invitation' | 'envelope' | 'follow-up' | 'tasks';
  /** Whose name to ask for when the entries do not carry it. */
  readonly client: LocalClientId | null;
  /** From the entries themselves: the name sent, or the recipient's. */
  readonly name: string | null;
  /** An envelope's documents. */
  readonly documents: readonly Pick<EnvelopeDocument, 'formCode' | 'taxYear'>[];
  /** Whom an invitation that stands alone goes to. */
  readonly invited?: string;
  /** Tasks that a bulk edit changes. */
  readonly tasks?: number;
  readonly lane: TrackingLane;
  /** In the order of their first attempts. */
  readonly entries: readonly OutboxEntry[];
  readonly createdAt: number;
}
