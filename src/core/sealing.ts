import type { Result } from './result';

/**
 * Seals and opens bytes under one key that the implementation holds. `context` names the record (`outbox:{id}`) and is
 * authenticated with it, so that a sealed value moved to another record no longer opens (`vault/damaged-record`).
 */
export interface Sealer {
  seal(context: string, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  open(context: string, sealed: Uint8Array<ArrayBuffer>): Promise<Result<Uint8Array<ArrayBuffer>>>;
}
