import type { FormCode } from '../forms/form-code';

/** Dollars of federal refund or balance by which a return may change under a signed T183 (domain facts §1.7). */
const TOLERATED = 300;

/**
 * A T183 whose federal refund or balance moved by more than $300 since the one that was sent: the signature given does
 * not cover it. Amended returns have a key of their own, and always need a new one. Unknown amounts are no change.
 */
export function needsNewSignature(form: FormCode, earlier: number | null, now: number | null): boolean {
  return form === 'T183' && earlier !== null && now !== null && Math.abs(now - earlier) > TOLERATED;
}
