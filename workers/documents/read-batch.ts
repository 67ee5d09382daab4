import { proxy, transfer } from 'comlink';
import type { ClientDirectoryImage } from '../../src/worker-bridge/client-directory-image';
import type { WorkerKeys } from '../../src/worker-bridge/worker-keys';
import type { KnownNumber } from '../../src/core/documents/known-numbers';
import { ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { BatchItem } from './batch-item';
import { inShares } from './in-shares';
import type { Helpers } from './in-shares';
import type { ReadContext } from './read-document';
import { readByHelper } from './read-by-helper';
import { readShare } from './read-share';
import type { Reading } from './read-share';

export interface BatchReading {
  /** Of the listing of `files`, in its order. */
  readonly readings: readonly Reading[];
  readonly context: ReadContext;
  readonly files: readonly File[];
  readonly keys: WorkerKeys;
  readonly directory: ClientDirectoryImage;
  readonly numbers: readonly KnownNumber[];
  readonly helpers: Helpers | undefined;
  readonly onProgress: (done: number, total: number) => void;
}

/** Reads and judges each document, one alive in each worker; the answer is in the readings' order. */
export async function readBatch(batch: BatchReading): Promise<Result<BatchItem[]>> {
  const { readings, context, files, keys, directory, numbers, helpers, onProgress } = batch;
  // By place, since a share that is done over counts its documents again.
  const read = new Set<number>();
  const onRead = (at: number): void => onProgress(read.add(at).size, readings.length);
  const { pdfium, options, delivered, officeLayouts = [], consents = [], placed = new Map() } = context;
  const despiteRights = context.despiteRights === true;
  const kept = { options, delivered, officeLayouts, consents, placed, despiteRights };
  const shared = { ...kept, files, keys, numbers, pdfium: pdfium.module };
  const made = await inShares<Reading, readonly BatchItem[]>(
    {
      documents: readings,
      files: files.length,
      sizeOf: ({ source }) => source.size,
      here: async (share) => ok(await readShare(share, context, onRead)),
      there: (helper, share) =>
        readByHelper(
          share,
          {
            ask: (some, onDone) => {
              const { image, buffers } = copyOf(directory);
              const tasks = some.map(({ at, id, how }) => ({ at, id, how }));
              const asked = transfer({ ...shared, directory: image, readings: tasks }, buffers);
              return helper.call((api) => api.read(asked, proxy(onDone)));
            },
            end: () => helper.terminate(),
          },
          onRead,
        ),
    },
    helpers,
  );
  return made.ok ? ok(made.value.flat()) : made;
}

/** To be moved to a helper, not copied once more on its way. */
function copyOf({ chunks }: ClientDirectoryImage) {
  const copies = chunks.map(({ sealed, ...chunk }) => ({ ...chunk, sealed: sealed.slice() }));
  const buffers = copies.map(({ sealed }) => sealed.buffer);
  return { image: { chunks: copies, snapshot: null }, buffers };
}
