import type { LocalClient } from './client';

/** Clients sealed together: about this many, so that one change rewrites little and one read gets much. */
export const CHUNK_SIZE = 500;

export interface ClientChunk {
  readonly id: string;
  readonly clients: readonly LocalClient[];
}

export interface MergedChunks {
  readonly chunks: readonly ClientChunk[];
  /** Those to seal and write again. */
  readonly changed: readonly ClientChunk[];
}

/** Puts records into their chunks: a known id in place, a new one where there is room, else in a chunk of its own. */
export function mergeIntoChunks(
  chunks: readonly ClientChunk[],
  records: readonly LocalClient[],
  newChunkId: () => string,
): MergedChunks {
  const updates = new Map(records.map((record) => [record.id, record]));
  const changed = new Set<string>();
  const merged = chunks.map((chunk) => {
    if (!chunk.clients.some(({ id }) => updates.has(id))) return chunk;
    changed.add(chunk.id);
    const clients = chunk.clients.map((client) => {
      const update = updates.get(client.id);
      updates.delete(client.id);
      return update ?? client;
    });
    return { id: chunk.id, clients };
  });
  const added = [...updates.values()];
  for (let at = 0; at < added.length;) {
    const roomy = merged.findIndex(({ clients }) => clients.length < CHUNK_SIZE);
    const { id, clients } = merged[roomy] ?? { id: newChunkId(), clients: [] };
    const taken = added.slice(at, at + CHUNK_SIZE - clients.length);
    const chunk = { id, clients: [...clients, ...taken] };
    if (roomy < 0) merged.push(chunk);
    else merged[roomy] = chunk;
    changed.add(id);
    at += taken.length;
  }
  return { chunks: merged, changed: merged.filter(({ id }) => changed.has(id)) };
}
