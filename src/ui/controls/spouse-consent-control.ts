import type { DocumentRow } from '../../core/documents/document-row';
import type { SpouseConsent } from '../../core/documents/spouse-consent';
import type { LocalClientId } from '../../core/ids';
import type { Result } from '../../core/result';

/** Clients who let their spouse receive their copies, as recorded on this workstation; sealed, each change journalled. */
export interface SpouseConsentControl {
  all(): Promise<Result<readonly SpouseConsent[]>>;
  /** Answers every line of the open preview that it changed. */
  record(consent: SpouseConsent): Promise<Result<readonly DocumentRow[]>>;
  /** Takes back too what has not left under it. */
  withdraw(client: LocalClientId): Promise<Result<readonly DocumentRow[]>>;
}
