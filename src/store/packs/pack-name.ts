import type { BatchId } from '../../core/ids';

/** `SealedDocument.pack` of a document whose sealed bytes are an IndexedDB record: there is no OPFS here. */
export const IDB_PACK = 'idb';

const SUFFIX = '.pack';

/** One pack per batch and worker (its rank in the pool), so that no two writers ever want one file. */
export const packName = (batch: BatchId, worker: number): string => `${batch}-${String(worker)}${SUFFIX}`;

export const isPackName = (name: string): boolean => name.endsWith(SUFFIX);
