import { assertNever } from '../result';
import type { ServerClient } from './client';
import type { Correction } from './correction';
import { sameEmail, sameName } from './same-value';

/** GEM-BOOKS, just read, shows the value that was asked for. What it does not tell is never taken as done. */
export function isCorrected({ field, after }: Correction, server: ServerClient): boolean {
  switch (field) {
    case 'name':
      return server.name !== '' && sameName(after, server.name);
    case 'email':
      return server.email !== '' && sameEmail(after, server.email);
    case 'language':
      return server.language === after;
    case 'accountManager':
    case 'double':
      return false;
    default:
      return assertNever(field);
  }
}
