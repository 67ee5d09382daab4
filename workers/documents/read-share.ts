import type { RowId } from '../../src/core/ids';
import type { ArchiveDocument } from '../archive/read-archive';
import type { BatchItem } from './batch-item';
import { readDocument } from './read-document';
import type { DecidedReading, ReadContext } from './read-document';

export interface Reading {
  /** Place in the listing of the batch's files. */
  readonly at: number;
  readonly id: RowId;
  readonly source: ArchiveDocument;
  readonly how: DecidedReading;
}

/** Reads these documents one after the other; the answer is in their order. */
export async function readShare(
  readings: readonly Reading[],
  context: ReadContext,
  onRead: (at: number) => void,
): Promise<BatchItem[]> {
  const items: BatchItem[] = [];
  for (const { at, id, source, how } of readings) {
    items.push(await readDocument(id, source, context, how));
    onRead(at);
  }
  return items;
}
