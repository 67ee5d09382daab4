import { appError } from '../app-error';
import type { Result } from '../result';
import { err, ok } from '../result';

export const PASSPHRASE_MIN_CHARACTERS = 12;

/**
 * The passphrase as it is stretched: NFC, so that an « é » typed on another keyboard layout is the same « é ». At least
 * 12 characters (code points), spaces included and kept; no other rule (NIST SP 800-63B).
 */
export function checkPassphrase(typed: string): Result<string> {
  const passphrase = typed.normalize('NFC');
  return [...passphrase].length < PASSPHRASE_MIN_CHARACTERS
    ? err(appError('vault/passphrase-too-short', { minimum: PASSPHRASE_MIN_CHARACTERS }))
    : ok(passphrase);
}
