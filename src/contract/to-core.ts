import type { ServerClient } from '../core/clients/client';
import type { WireClient } from './client.schema';
import type { ExtensionClient } from './extension-client.schema';

const text = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

const flag = (value: WireClient['inactive']): boolean =>
  value === true || value === 1 || value === '1' || value === 'true';

/**
 * One documented client, with what the extension knows of it (`null` where the server lacks the extension or does not
 * list that client). Where both tell the name or the address, the extension's is newer or equal: its ETag guards it.
 */
export function toServerClient(wire: WireClient, extension: ExtensionClient | null): ServerClient {
  return {
    id: wire.id,
    code: text(wire.code),
    name: extension?.name ?? text(wire.name),
    inactive: flag(wire.inactive),
    email: extension?.email ?? text(wire.email),
    address: text(wire.address),
    address2: text(wire.address2) || text(wire.adresse2),
    city: text(wire.city),
    state: text(wire.state),
    zipcode: text(wire.zipcode),
    phone: text(wire.phone),
    language: extension?.language ?? null,
    accountManagerId: extension?.accountManagerId ?? null,
    invitation: extension?.invitation ?? 'unknown',
  };
}
