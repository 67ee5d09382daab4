import { ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { WorkerHandle } from '../../src/worker-bridge/worker-handle';
import type { ShareWorkerApi } from './share-worker-api';
import { splitBySize } from './split-by-size';

/** Workers that may take shares of a batch beside the one that asks. */
export interface Helpers {
  readonly count: number;
  readonly spawn: () => WorkerHandle<ShareWorkerApi>;
}

/** A worker is not started for fewer documents than this. */
const WORTH_A_WORKER = 12;

export interface SharedWork<T, R> {
  /** In the listing's order. */
  readonly documents: readonly T[];
  /** Bytes. */
  readonly sizeOf: (document: T) => number;
  /** Done in this worker; `number` tells apart the shares of one batch, those done over included. */
  readonly here: (share: readonly T[], number: number) => Promise<Result<R>>;
  /** Done by a helper. */
  readonly there: (helper: WorkerHandle<ShareWorkerApi>, share: readonly T[], number: number) => Promise<Result<R>>;
}

/**
 * Cuts the documents into a share for this worker and one for each helper, and answers what each made of its own, in
 * order. A helper that is lost (it could not start, it crashed) has its share done here, from its beginning: what it
 * may have written belongs to no document. Any other failure ends the whole, and the helpers with it.
 */
export async function inShares<T, R>(
  { documents, sizeOf, here, there }: SharedWork<T, R>,
  helpers: Helpers | undefined,
): Promise<Result<readonly R[]>> {
  const most = 1 + Math.min(helpers?.count ?? 0, Math.floor(documents.length / WORTH_A_WORKER));
  const shares = splitBySize(documents, sizeOf, most);
  const running = new Set<WorkerHandle<ShareWorkerApi>>();
  const help = async (
    helper: WorkerHandle<ShareWorkerApi>,
    share: readonly T[],
    number: number,
  ): Promise<Result<R>> => {
    running.add(helper);
    const answer = await there(helper, share, number);
    running.delete(helper);
    helper.terminate();
    return isLost(answer) ? here(share, shares.length + number) : answer;
  };
  const done = await Promise.all(
    shares.map(async (share, number) => {
      const helped = number > 0 && helpers !== undefined;
      const answer = await (helped ? help(helpers.spawn(), share, number) : here(share, number));
      if (!answer.ok) for (const helper of running) helper.terminate();
      return answer;
    }),
  );
  const failed = done.find((answer) => !answer.ok);
  return failed && !failed.ok ? failed : ok(done.flatMap((answer) => (answer.ok ? [answer.value] : [])));
}

const isLost = (answer: Result<unknown>): boolean =>
  !answer.ok && (answer.error.code === 'worker/crashed' || answer.error.code === 'internal/unexpected');
