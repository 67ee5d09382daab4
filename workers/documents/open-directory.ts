import { ClientDirectory } from '../../src/core/documents/client-directory';
import type { KnownNumber } from '../../src/core/documents/known-numbers';
import type { LocalClient } from '../../src/core/clients/client';
import { ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { openJson } from '../../src/vault/seal';
import type { ClientDirectoryImage } from '../../src/worker-bridge/client-directory-image';

/**
 * Opens every sealed chunk of the office's clients. `vault/damaged-record` when one does not open.
 * @param numbers what documents imported since the vault was opened showed of clients whose SIN the list leaves blank.
 */
export async function openDirectory(
  image: ClientDirectoryImage,
  sealKey: CryptoKey,
  numbers: readonly KnownNumber[] = [],
): Promise<Result<ClientDirectory>> {
  const clients: LocalClient[] = [];
  for (const { id, sealed } of image.chunks) {
    const chunk = await openJson<{ readonly clients: readonly LocalClient[] }>(sealKey, `client-chunk:${id}`, sealed);
    if (!chunk.ok) return chunk;
    clients.push(...chunk.value.clients);
  }
  return ok(new ClientDirectory(clients, numbers));
}
