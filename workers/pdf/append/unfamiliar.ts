/**
 * A file that is not written as our own writer knows for certain: another writer is asked. Thrown, as the libraries
 * throw: `prepare.ts` is the one who catches.
 */
export class Unfamiliar extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Unfamiliar';
  }
}
