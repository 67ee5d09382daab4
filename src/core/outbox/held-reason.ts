import type { ErrorCode } from '../app-error';

/**
 * Why an entry is « Retenu ». The first two follow a dependency and go away with it; an error code says what this
 * workstation lacks; `by-hand` is the technician's own hold.
 */
export type HeldReason =
  | 'dependency-rejected'
  | 'dependency-cancelled'
  /** No GEM-BOOKS client is linked, and none is being created. */
  | 'client-not-linked'
  | 'email-replaced'
  | 'by-hand'
  | ErrorCode;

/** True for a hold that only mirrors a dependency, and is lifted when the dependency comes back. */
export function followsDependency(reason: string): boolean {
  return reason === 'dependency-rejected' || reason === 'dependency-cancelled';
}

/** True for a hold that says what this workstation lacks: worth another try, unlike one that waits for a decision. */
export function isMendable(reason: string): boolean {
  return reason === 'client-not-linked' || reason.includes('/');
}
