import type { EnvelopeEvent } from '../../core/follow-up/envelope-event';
import type { FollowedEnvelope } from '../../core/follow-up/followed-envelope';
import type { ReminderRule } from '../../core/follow-up/reminder-rule';
import type { BatchId, ServerClientId } from '../../core/ids';
import type { Result } from '../../core/result';

/** The office's envelopes after they left, whichever workstation sent them. */
export interface FollowUpControl {
  /** Only with the extension. */
  readonly available: boolean;
  readonly envelopes: readonly FollowedEnvelope[];
  /** Epoch milliseconds of the last reading; `null` before the first. */
  readonly readAt: number | null;
  readonly loading: boolean;
  clientName(client: ServerClientId): string | null;
  client(client: ServerClientId): { readonly name: string; readonly code: string } | null;
  /** One name for those whose returns leave together. */
  householdOf(client: ServerClientId): string;
  refresh(): Promise<Result<null>>;
  history(envelopeId: string): Promise<Result<readonly EnvelopeEvent[]>>;
  remind(envelopeIds: readonly string[]): Promise<Result<{ readonly batch: BatchId }>>;
  /** **Annuler l'envoi** of what has left. */
  takeBack(envelopeId: string, reason: string): Promise<Result<{ readonly batch: BatchId }>>;
  /** Errors: `api/unexpected-answer` when the bytes are not those of the envelope's digest. */
  signedCopy(envelopeId: string, documentId: string): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** Documents whose signed copy was saved from this workstation. */
  readonly saved: readonly string[];
  markSaved(documentIds: readonly string[]): Promise<Result<null>>;
  /** « Date de transmission » (yyyy-mm-dd) by transmission. */
  readonly transmitted: Readonly<Record<string, string>>;
  markTransmitted(key: string, day: string | null): Promise<Result<null>>;
  /** Automatic reminders; `null` = off. */
  readonly rule: ReminderRule | null;
  setRule(rule: ReminderRule | null): Promise<Result<null>>;
}
