import type { AppError } from '../../core/app-error';
import type { Result } from '../../core/result';

export type ConnectionState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'connected'; readonly company: string; readonly extension: boolean; readonly sandbox: boolean }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface ConnectionControl {
  readonly state: ConnectionState;
  /** True when a key is stored; the key itself is never shown again. */
  readonly hasKey: boolean;
  check(): Promise<void>;
  saveKey(key: string): Promise<Result<null>>;
}
