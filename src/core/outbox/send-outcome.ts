import type { FieldChange } from '../clients/upsert-plan';
import type { AppError } from '../app-error';
import type { OutboxResult, ServerProblem } from './outbox-entry';
import type { HeldReason } from './held-reason';

/**
 * What one attempt came to.
 * - `done`: the server has it, by a 2xx or by what a look found.
 * - `already-done`: someone else delivered the same documents.
 * - `rejected`: refused with a reason; nothing was done.
 * - `conflict`: changed on the server since it was read; nothing was done.
 * - `held`: this workstation cannot send it as it is.
 * - `needs-sign-in`: 401 or 403; nothing was done by this attempt.
 * - `retry`: try again later. `applied: 'unknown'` = the server may have done it.
 * - `absent`: a look (nothing was sent) found that the server does not have it.
 */
export type SendOutcome =
  | { readonly kind: 'done'; readonly result: OutboxResult }
  | { readonly kind: 'already-done'; readonly deliveredAt: string; readonly deliveredBy: string }
  | { readonly kind: 'rejected'; readonly problem: ServerProblem }
  | { readonly kind: 'conflict'; readonly server: readonly FieldChange[] }
  | { readonly kind: 'held'; readonly reason: HeldReason }
  | { readonly kind: 'needs-sign-in'; readonly error: AppError }
  | {
      readonly kind: 'retry';
      readonly applied: 'no' | 'unknown';
      readonly error: AppError;
      /** The server's Retry-After, in milliseconds from now. */
      readonly retryAfterMs: number | null;
    }
  | { readonly kind: 'absent' };
