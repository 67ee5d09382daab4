import type { ErrorCode } from '../app-error';
import type { DocumentRow } from './document-row';

/** Refused for want of the right password: it may still be opened. */
const LOCKED: readonly ErrorCode[] = [
  'archive/needs-password',
  'archive/wrong-password',
  'pdf/needs-password',
  'pdf/wrong-password',
];

/** Closed by a password that nobody gave, or not by the right one. */
export const isLockedDocument = ({ refusal }: Pick<DocumentRow, 'refusal'>): boolean =>
  refusal !== null && LOCKED.includes(refusal.code);

/** A password was tried on it, in vain. */
export const refusedPassword = ({ refusal }: Pick<DocumentRow, 'refusal'>): boolean =>
  refusal?.code === 'archive/wrong-password' || refusal?.code === 'pdf/wrong-password';
