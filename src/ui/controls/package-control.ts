import type { BatchId } from '../../core/ids';
import type { Result } from '../../core/result';

/** Envelopes of a server without the extension, as an archive to load by hand. */
export interface PackageControl {
  /**
   * Writes one part (from 1; nearly always the only one) to `target`, or answers it as a blob for a download; then its
   * envelopes are marked exported, which is not transmitted. `parts`: how many there are.
   */
  export(
    batch: BatchId,
    part: number,
    target: FileSystemFileHandle | null,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<{ readonly blob: Blob | null; readonly parts: number }>>;
  /**
   * Through the outbox, a reminder in GEM-BOOKS for each client of the import that has none and whose documents are not
   * transmitted; `on`: the day it falls due, ISO date. Answers how many were asked for.
   */
  remind(batch: BatchId, on: string): Promise<Result<number>>;
  cancel(): void;
}
