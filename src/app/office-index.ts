import type { LocalClientId, ServerClientId } from '../core/ids';
import { ok } from '../core/result';
import type { Result } from '../core/result';
import type { SnapshotLine } from '../core/clients/client-snapshot';
import type { ApiClient } from '../sync/api-client';
import { fromBase64, toBase64 } from '../vault/base64';
import { openJson, sealJson } from '../vault/seal';
import type { Repositories } from './repositories';

/** Keyed hash of SIN or BN ↔ GEM-BOOKS client id, shared by the office's workstations, sealed under the office's key. */
export type OfficeIndex = readonly (readonly [hash: string, serverId: ServerClientId])[];

const CONTEXT = 'office-index';
const TRIES = 5;

/** What this workstation knows: its clients with an identifier that have a GEM-BOOKS client. */
export async function localIndex(repositories: Repositories, sealKey: CryptoKey): Promise<Result<OfficeIndex>> {
  const [image, links] = await Promise.all([repositories.directory.image(), repositories.directory.links()]);
  if (!image.ok) return image;
  if (!links.ok) return links;
  if (image.value.snapshot === null) return ok([]);
  const lines = await openJson<readonly SnapshotLine[]>(sealKey, 'client-snapshot', image.value.snapshot);
  if (!lines.ok) return lines;
  const serverIds = new Map<LocalClientId, ServerClientId>(links.value);
  return ok(
    lines.value.flatMap(({ localId, identifierHash }) => {
      const serverId = serverIds.get(localId);
      return identifierHash === null || serverId === undefined ? [] : [[identifierHash, serverId] as const];
    }),
  );
}

/** Sealed under the office key, in base64: as the server keeps it, and as a file carries it. */
export const sealIndex = async (indexKey: CryptoKey, index: OfficeIndex): Promise<string> =>
  toBase64(await sealJson(indexKey, CONTEXT, index));

export const openIndex = (indexKey: CryptoKey, sealed: string): Promise<Result<OfficeIndex>> =>
  openJson<OfficeIndex>(indexKey, CONTEXT, fromBase64(sealed) ?? new Uint8Array());

/** The server's index opened, with the version a write must find; empty when there is none. */
async function pullIndex(api: ApiClient, indexKey: CryptoKey, signal: AbortSignal) {
  const sealed = await api.officeIndex(signal);
  if (!sealed.ok) return sealed;
  if (sealed.value === null) return ok({ index: [] as OfficeIndex, etag: null });
  const index = await openIndex(indexKey, sealed.value.value);
  return index.ok ? ok({ index: index.value, etag: sealed.value.etag }) : index;
}

/** Both indexes as one; what this workstation linked itself wins over what it heard. */
export const unite = (heard: OfficeIndex, own: OfficeIndex): OfficeIndex => [...new Map([...heard, ...own])];

export async function heardIndex(api: ApiClient, indexKey: CryptoKey, signal: AbortSignal): Promise<OfficeIndex> {
  const pulled = await pullIndex(api, indexKey, signal);
  return pulled.ok ? pulled.value.index : [];
}

/** Writes the union back unless the server has it all; two workstations at once merge and try again. */
export async function publishIndex(
  api: ApiClient,
  indexKey: CryptoKey,
  own: OfficeIndex,
  signal: AbortSignal,
): Promise<Result<null>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const pulled = await pullIndex(api, indexKey, signal);
    if (!pulled.ok) return pulled;
    const { index, etag } = pulled.value;
    const united = unite(index, own);
    if (JSON.stringify(united) === JSON.stringify(index)) return ok(null);
    const sealed = await sealIndex(indexKey, united);
    const put = await api.putOfficeIndex(sealed, etag === null ? { kind: 'new' } : { kind: 'version', etag }, signal);
    if (!put.ok) return put;
    if (put.value !== null) return ok(null);
  }
  // Five workstations in a row were faster: what we know goes with the next change.
  return ok(null);
}
