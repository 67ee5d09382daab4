import type { Result } from '../../core/result';

export type OfficeState =
  | { readonly kind: 'unknown' }
  /** No office on the server, none here: « Nouveau bureau » makes one. */
  | { readonly kind: 'none' }
  /** The server knows an office that this workstation must join before it sends. */
  | { readonly kind: 'join-required' }
  | { readonly kind: 'joined'; readonly id: string };

export interface OfficeControl {
  readonly state: OfficeState;
  create(passphrase: string): Promise<Result<null>>;
  join(passphrase: string): Promise<Result<null>>;
  /** Workstations that have joined keep working; those to come are asked for the new one. */
  changePassphrase(next: string): Promise<Result<null>>;
  /**
   * The office as a file for another workstation, sealed under its passphrase: its key, and the index of linked clients.
   * Errors: `office/wrong-passphrase` where the server can tell, `office/join-required`.
   */
  exportFile(passphrase: string): Promise<Result<string>>;
  /**
   * Joins the office of the file; in it already, only adds the file's index.
   * Errors: `office/unreadable-file`, `office/newer-version`, `office/wrong-passphrase`, `office/another-office`.
   */
  importFile(text: string, passphrase: string): Promise<Result<null>>;
}
