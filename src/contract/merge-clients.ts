import type { ServerClient } from '../core/clients/client';
import type { WireClient } from './client.schema';
import type { ExtensionClient } from './extension-client.schema';
import { toServerClient } from './to-core';

/**
 * The documented list joined with the extension's by id. A client that moved between two pages while they were pulled
 * is kept once. `extension` is null where the server lacks it.
 */
export function mergeClients(
  documented: readonly WireClient[],
  extension: readonly ExtensionClient[] | null,
): ServerClient[] {
  const known = new Map(extension?.map((client) => [client.id, client]));
  const merged = new Map<number, ServerClient>();
  for (const wire of documented) {
    merged.set(wire.id, toServerClient(wire, known.get(wire.id) ?? null));
  }
  return [...merged.values()];
}
