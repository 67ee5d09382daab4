import type { LocalClientId, ServerClientId } from '../core/ids';
import type { Database } from './database';
import type { ClientLinkPackRecord } from './records';

type Links = readonly (readonly [LocalClientId, ServerClientId])[];

/** Of so many at once each has no record of its own: a hundred thousand records take half a minute to write. */
const MANY = 1_000;

/** The tables that links lie in. A link of its own wins over one in a pack. */
export const LINK_TABLES = ['clientLinks', 'clientLinkPacks'] as const;

/** Ids are random, so that packs fill evenly. */
const packOf = (client: LocalClientId): string => client.slice(0, 2);

/** Within a readwrite transaction over `LINK_TABLES`. */
export async function putLinks({ clientLinks, clientLinkPacks }: Database, links: Links): Promise<void> {
  if (links.length < MANY) {
    await clientLinks.bulkPut(links.map(([localId, serverId]) => ({ localId, serverId })));
    return;
  }
  const packs = new Map<string, Map<LocalClientId, ServerClientId>>();
  for (const pack of await clientLinkPacks.toArray()) packs.set(pack.id, new Map(pairsOf(pack)));
  const changed = new Map<string, Map<LocalClientId, ServerClientId>>();
  for (const [localId, serverId] of links) {
    const id = packOf(localId);
    const pack = packs.get(id) ?? new Map<LocalClientId, ServerClientId>();
    packs.set(id, pack.set(localId, serverId));
    changed.set(id, pack);
  }
  await clientLinkPacks.bulkPut(
    [...changed].map(([id, pack]) => ({ id, localIds: [...pack.keys()], serverIds: [...pack.values()] })),
  );
  const own = await clientLinks.toCollection().primaryKeys();
  await clientLinks.bulkDelete(own.filter((localId) => changed.get(packOf(localId))?.has(localId)));
}

/** Within a transaction over `LINK_TABLES`. */
export async function allLinks({ clientLinks, clientLinkPacks }: Database): Promise<Links> {
  const packs = await clientLinkPacks.toArray();
  const own = await clientLinks.toArray();
  const links = new Map(packs.flatMap(pairsOf));
  for (const { localId, serverId } of own) links.set(localId, serverId);
  return [...links];
}

/** Within a transaction over `LINK_TABLES`. */
export async function linkOf(
  { clientLinks, clientLinkPacks }: Database,
  client: LocalClientId,
): Promise<ServerClientId | null> {
  const own = await clientLinks.get(client);
  if (own) return own.serverId;
  const pack = await clientLinkPacks.get(packOf(client));
  return pack?.serverIds[pack.localIds.indexOf(client)] ?? null;
}

const pairsOf = ({ localIds, serverIds }: ClientLinkPackRecord): (readonly [LocalClientId, ServerClientId])[] =>
  localIds.flatMap((localId, at) => {
    const serverId = serverIds[at];
    return serverId === undefined ? [] : [[localId, serverId] as const];
  });
