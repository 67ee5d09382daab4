import type { ClientChunk } from '../../src/core/clients/client-chunks';
import { mergeIntoChunks } from '../../src/core/clients/client-chunks';
import type { LocalClient } from '../../src/core/clients/client';
import { mergeSnapshot, type SnapshotLine } from '../../src/core/clients/client-snapshot';
import type { NewId } from '../../src/core/ids';
import { ok, type Result } from '../../src/core/result';
import { openJson, sealJson } from '../../src/vault/seal';
import type { ClientDirectoryImage, SealedDirectoryChange } from '../../src/worker-bridge/client-directory-image';
import type { WorkerKeys } from '../../src/worker-bridge/worker-keys';

const SNAPSHOT_CONTEXT = 'client-snapshot';
const chunkContext = (id: string): string => `client-chunk:${id}`;

/** The clients this workstation keeps, opened. Immutable: a change makes the next directory and what to write of it. */
export interface ClientDirectory {
  readonly chunks: readonly ClientChunk[];
  readonly snapshot: readonly SnapshotLine[];
}

export const EMPTY_DIRECTORY: ClientDirectory = { chunks: [], snapshot: [] };

export const clientsOf = ({ chunks }: ClientDirectory): LocalClient[] => chunks.flatMap(({ clients }) => clients);

/** Errors: `vault/damaged-record` for another key or any changed byte. */
export async function openDirectory(sealKey: CryptoKey, image: ClientDirectoryImage): Promise<Result<ClientDirectory>> {
  const chunks: ClientChunk[] = [];
  for (const { id, sealed } of image.chunks) {
    const opened = await openJson<{ readonly clients: readonly LocalClient[] }>(sealKey, chunkContext(id), sealed);
    if (!opened.ok) return opened;
    chunks.push({ id, clients: opened.value.clients });
  }
  if (image.snapshot === null) return ok({ chunks, snapshot: [] });
  const snapshot = await openJson<readonly SnapshotLine[]>(sealKey, SNAPSHOT_CONTEXT, image.snapshot);
  return snapshot.ok ? ok({ chunks, snapshot: snapshot.value }) : snapshot;
}

/** Puts records in and seals what changed: the chunks touched, and the snapshot. `hashes`: of each record's SIN or BN, keyed. */
export async function changeDirectory(
  { sealKey }: WorkerKeys,
  directory: ClientDirectory,
  records: readonly LocalClient[],
  newId: NewId,
  hashes: readonly (string | null)[],
): Promise<{ readonly directory: ClientDirectory; readonly change: SealedDirectoryChange }> {
  const { chunks, changed } = mergeIntoChunks(directory.chunks, records, () => newId());
  const lines = records.map(({ id }, at) => ({ localId: id, identifierHash: hashes[at] ?? null }));
  const snapshot = mergeSnapshot(directory.snapshot, lines);
  const sealed = await Promise.all(
    changed.map(async ({ id, clients }) => ({
      id,
      sealed: await sealJson(sealKey, chunkContext(id), { clients }),
    })),
  );
  return {
    directory: { chunks, snapshot },
    change: { chunks: sealed, snapshot: await sealJson(sealKey, SNAPSHOT_CONTEXT, snapshot) },
  };
}
