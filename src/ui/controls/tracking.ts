import type { LocalClientId } from '../../core/ids';
import type { OutboxEntry } from '../../core/outbox/outbox-entry';

/** Every outbox entry, newest batch first; live across tabs. */
export interface Tracking {
  readonly entries: readonly OutboxEntry[];
  /** The name of a client of this workstation, for entries that do not carry it; `null` when unknown. */
  clientName(client: LocalClientId): string | null;
  /** Its code in GEM-BOOKS; `null` when unknown. */
  clientCode(client: LocalClientId): string | null;
}
