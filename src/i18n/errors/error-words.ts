import type { Language } from '../../core/language';

export interface ErrorText {
  /** What happened. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
}

/** The same, in every language. */
export type ErrorWords = Record<Language, readonly [what: string, todo: string]>;
