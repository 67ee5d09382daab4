import type { Language } from '../../core/language';

/** What happened, and what to do about it. */
export type ErrorWords = Record<Language, readonly [what: string, todo: string]>;
