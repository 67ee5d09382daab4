import type { LocalClient } from '../core/clients/client';
import { openJson } from '../vault/seal';
import type { Repositories } from './repositories';

/** Every client of this workstation, opened; none while the vault is locked. */
export async function localClients(
  repositories: Repositories,
  sealKey: CryptoKey | null,
): Promise<readonly LocalClient[]> {
  const image = await repositories.directory.image();
  if (!image.ok || sealKey === null) return [];
  const clients: LocalClient[] = [];
  for (const { id, sealed } of image.value.chunks) {
    const chunk = await openJson<{ readonly clients: readonly LocalClient[] }>(sealKey, `client-chunk:${id}`, sealed);
    if (chunk.ok) clients.push(...chunk.value.clients);
  }
  return clients;
}
