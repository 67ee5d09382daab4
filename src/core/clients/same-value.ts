import { nameAgreement } from './name-agreement';

/** A difference of writing only is no difference. `a` is written as lists are read, `b` as GEM-BOOKS holds it. */
export const sameName = (a: string, b: string): boolean => a === b || nameAgreement(a, b) === 'agreeing';

export const sameEmail = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();
