import type { OutboxTask } from '../core/outbox/outbox-entry';

/** Where a group of outbox entries stands, as the technician reads it. */
export type TrackingLane =
  | 'waiting'
  | 'sending'
  | 'sent'
  | 'rejected'
  | 'held'
  | 'conflict'
  | 'needs-sign-in'
  | 'already-sent'
  | 'cancelled'
  /** No route of this server carries it: a person corrects it in GEM-BOOKS, or has. */
  | 'to-correct'
  | 'corrected'
  /** An envelope that a person puts in GEM-BOOKS: not exported yet, exported (which is not sent), done. */
  | 'to-export'
  | 'exported'
  | 'transmitted'
  | 'signed-by-hand';

export type TrackingStepKind = OutboxTask['kind'];

/** What Suivi des envois shows: the outbox of this workstation, or the office's envelopes as GEM-BOOKS tells them. */
export type TrackingView = 'sendings' | 'envelopes' | 'ready' | 'dates';
