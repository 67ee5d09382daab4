import { appError } from '../../src/core/app-error';
import type { DocumentId } from '../../src/core/ids';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { releaseAnswer } from '../../src/vault/release-bytes';
import { Pdfium } from '../pdf/pdfium';
import { randomId } from '../shared/random-id';
import { listSources } from './list-sources';
import { unsourced } from './batch-item';
import type { UnsourcedItem } from './batch-item';
import { openDirectory } from './open-directory';
import { prepareShare } from './prepare-share';
import type { PreparedShare } from './prepare-share';
import { readShare } from './read-share';
import type { PrepareShare, ReadShare, ShareWorkerApi } from './share-worker-api';

/** The nested worker's edge: opens for itself what cannot be cloned, the sources and the office's clients. */
export class ShareWorker implements ShareWorkerApi {
  async read(share: ReadShare, onRead: (at: number) => void): Promise<Result<readonly UnsourcedItem[]>> {
    const directory = await openDirectory(share.directory, share.keys.sealKey, share.numbers);
    if (!directory.ok) return directory;
    // This worker's own copy, read once.
    for (const { sealed } of share.directory.chunks) releaseAnswer(sealed.buffer);
    const readings = await sourced(share.files, share.readings);
    if (!readings.ok) return readings;
    const { deliveryKey } = share.keys;
    const pdfium = new Pdfium(share.pdfium);
    const context = { ...share, pdfium, directory: directory.value, deliveryKey };
    const items = await readShare(readings.value, context, onRead);
    return ok(items.map(unsourced));
  }

  async prepare(share: PrepareShare, onPrepared: (at: number) => void): Promise<Result<PreparedShare>> {
    const documents = await sourced(share.files, share.documents);
    if (!documents.ok) return documents;
    const context = { ...share, pdfium: new Pdfium(share.pdfium), newDocumentId: () => randomId<DocumentId>() };
    return prepareShare(
      documents.value.map(({ at, item, client, source }) => ({ at, client, item: { ...item, source } })),
      context,
      onPrepared,
    );
  }
}

async function sourced<T extends { readonly at: number }>(files: readonly File[], wanted: readonly T[]) {
  const listed = await listSources(files);
  if (!listed.ok) return listed;
  const found = wanted.flatMap((one) => {
    const source = listed.value[one.at];
    return source === undefined ? [] : [{ ...one, source }];
  });
  // The same files list the same: another count means that one changed on disk.
  return found.length === wanted.length ? ok(found) : err(appError('batch/source-changed'));
}
