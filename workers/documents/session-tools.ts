import type { Pdfium } from '../pdf/pdfium';
import type { Helpers } from './in-shares';

/** What the session needs from outside, so that it runs in Node too. */
export interface SessionTools {
  /** Compiles the wasm at its first use. */
  readonly pdfium: () => Promise<Pdfium>;
  /** At least 128 random bits, as lower-case letters and digits. */
  readonly newId: <T extends string>() => T;
  /** Where there are processors for them. */
  readonly helpers?: Helpers;
}
