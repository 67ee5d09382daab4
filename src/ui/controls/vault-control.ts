import type { AppError } from '../../core/app-error';
import type { Result } from '../../core/result';

export interface VaultControl {
  readonly state: 'loading' | 'none' | 'locked' | 'open';
  /** `storage/newer-version`, `storage/blocked`: shown as a banner. */
  readonly failure: AppError | null;
  create(passphrase: string): Promise<Result<null>>;
  unlock(passphrase: string): Promise<Result<null>>;
  lock(): void;
  /** Passkeys that open this vault, by random id. */
  readonly passkeys: readonly string[];
  /** This browser has an authenticator to ask. */
  readonly passkeysSupported: boolean;
  unlockWithPasskey(): Promise<Result<null>>;
  /** Errors: `vault/wrong-passphrase`, `vault/passphrase-too-short`. */
  changePassphrase(current: string, next: string): Promise<Result<null>>;
  /** Errors: `vault/wrong-passphrase`, `vault/passkey-refused`, `vault/passkey-no-prf`. */
  addPasskey(passphrase: string): Promise<Result<null>>;
  removePasskey(id: string): Promise<Result<null>>;
  /** Fingerprint of this workstation's signing key, in groups of four; `null` until it is made. */
  readonly deviceFingerprint: string | null;
}
