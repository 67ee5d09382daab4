import type { FolderMarks } from '../envelopes/folder-marks';
import type { ServerClientId } from '../ids';
import type { SignerRole } from '../forms/placed-field';

export type EnvelopeStatus = 'draft' | 'sent' | 'opened' | 'signed' | 'refused' | 'expired' | 'voided';

/** An envelope as GEM-BOOKS tells it, whichever workstation sent it. Instants are RFC 3339. */
export interface FollowedEnvelope extends FolderMarks {
  readonly id: string;
  readonly status: EnvelopeStatus;
  readonly purpose: 'signature' | 'consultation';
  readonly client: ServerClientId;
  readonly title: string;
  readonly recipients: readonly FollowedRecipient[];
  readonly documents: readonly FollowedDocument[];
  readonly createdAt: string;
  readonly sentAt: string | null;
  /** Of its last change of any kind; `null` where the server does not tell it. */
  readonly updatedAt: string | null;
  readonly completedAt: string | null;
  readonly voidReason: string | null;
  readonly lastReminderAt: string | null;
}

export interface FollowedRecipient {
  readonly id: string;
  readonly role: SignerRole;
  readonly name: string;
  readonly email: string;
  /** `unknown`: the server tells the envelope's state only. */
  readonly status: 'waiting' | 'opened' | 'signed' | 'refused' | 'unknown';
  readonly openedAt: string | null;
  readonly signedAt: string | null;
  readonly refusedAt: string | null;
  readonly refusalReason: string | null;
}

export interface FollowedDocument {
  readonly id: string;
  readonly title: string;
  readonly formCode: string;
  readonly taxYear: number;
  /** Recipients with a field to fill in on it. */
  readonly signers: readonly string[];
  /** The signed copy, once there is one. */
  readonly signed: { readonly sha256: string; readonly bytes: number } | null;
}

/** Someone is still awaited: a reminder has a meaning. */
export const isAwaited = ({ status, purpose }: FollowedEnvelope): boolean =>
  purpose === 'signature' && (status === 'sent' || status === 'opened');

/** It can still be taken back. */
export const isVoidable = ({ status }: FollowedEnvelope): boolean =>
  status !== 'signed' && status !== 'voided' && status !== 'draft';
