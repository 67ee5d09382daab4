import type { Words } from './words';

/** One thing that is wrong with a server, in words. `sent` and `came` never hold the key. */
export interface Fault {
  /** `POST impot-sync/v1/envelopes`. */
  readonly route: string;
  readonly sent: string;
  readonly expected: Words;
  readonly came: Words;
  readonly mend: Words;
}

/** Ends a check: the server is at fault. */
export class Finding extends Error {
  constructor(readonly fault: Fault) {
    super(`${fault.route}: ${fault.expected.en}; came: ${fault.came.en}`);
  }
}

/** Ends a check that says nothing about the server: what it needs is not there, or failed before. */
export class NotChecked extends Error {
  constructor(readonly why: Words) {
    super(why.en);
  }
}
