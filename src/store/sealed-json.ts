import type { Result } from '../core/result';
import { ok } from '../core/result';
import type { Sealer } from '../core/sealing';

/** JSON over the `Sealer` port. The bytes are authenticated, so `T` is what was sealed under this context. */
export const sealJsonWith = (sealer: Sealer, context: string, value: unknown): Promise<Uint8Array<ArrayBuffer>> =>
  sealer.seal(context, new TextEncoder().encode(JSON.stringify(value)));

export async function openJsonWith<T>(
  sealer: Sealer,
  context: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Result<T>> {
  const plain = await sealer.open(context, sealed);
  return plain.ok ? ok(JSON.parse(new TextDecoder().decode(plain.value)) as T) : plain;
}
