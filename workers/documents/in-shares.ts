import { ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { WorkerHandle } from '../../src/worker-bridge/worker-handle';
import type { ShareWorkerApi } from './share-worker-api';
import { splitBySize } from './split-by-size';

/** Workers that may take shares of a batch. */
export interface Helpers {
  /** How many at a time, one or more. */
  readonly count: number;
  readonly spawn: () => WorkerHandle<ShareWorkerApi>;
}

/** A worker is not started for fewer documents than this. */
const WORTH_A_WORKER = 12;
/**
 * Then the worker is ended and a fresh one takes the next share: what a collector's young generation and pdfium grow to
 * they never give back, and after this many documents that is more than all else a worker holds.
 */
const DOCUMENTS_PER_WORKER = 40;
/** Every worker is told of every file: where thousands lie loose, few workers are started. */
const FILES_PER_WORKER = 4;

export interface SharedWork<T, R> {
  /** In the listing's order. */
  readonly documents: readonly T[];
  /** How many files they lie in. */
  readonly files: number;
  /** Bytes. */
  readonly sizeOf: (document: T) => number;
  /** Done in this worker; `number` tells apart the shares of one batch, those done over included. */
  readonly here: (share: readonly T[], number: number) => Promise<Result<R>>;
  /** Done by a helper. */
  readonly there: (helper: WorkerHandle<ShareWorkerApi>, share: readonly T[], number: number) => Promise<Result<R>>;
}

/**
 * A few documents are done here. More are cut into shares, each done by a helper of its own that ends with it, some
 * helpers at a time; answers what each made of its share, in order. A helper that is lost (it could not start, it
 * crashed) has its share done here, from its beginning: what it may have written belongs to no document. Any other
 * failure ends the whole, and the helpers with it.
 */
export async function inShares<T, R>(
  { documents, files, sizeOf, here, there }: SharedWork<T, R>,
  helpers: Helpers | undefined,
): Promise<Result<readonly R[]>> {
  if (helpers === undefined || documents.length < WORTH_A_WORKER) {
    const whole = await here(documents, 0);
    return whole.ok ? ok([whole.value]) : whole;
  }
  const lanes = Math.min(helpers.count, Math.floor(documents.length / WORTH_A_WORKER));
  const perWorker = Math.max(DOCUMENTS_PER_WORKER, files / FILES_PER_WORKER);
  const shares = splitBySize(documents, sizeOf, Math.max(lanes, Math.ceil(documents.length / perWorker)));
  const running = new Set<WorkerHandle<ShareWorkerApi>>();
  const done: R[] = [];
  let failed: Result<never> | null = null;
  let next = 0;
  const help = async (share: readonly T[], number: number): Promise<Result<R>> => {
    const helper = helpers.spawn();
    running.add(helper);
    const answer = await there(helper, share, number);
    running.delete(helper);
    helper.terminate();
    return isLost(answer) ? here(share, shares.length + number) : answer;
  };
  const lane = async (): Promise<void> => {
    for (let number = next++; number < shares.length && failed === null; number = next++) {
      const answer = await help(shares[number] ?? [], number);
      if (answer.ok) done[number] = answer.value;
      else {
        // The first is the reason: the others were ended by it.
        failed ??= answer;
        for (const helper of running) helper.terminate();
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return failed ?? ok(done);
}

const isLost = (answer: Result<unknown>): boolean =>
  !answer.ok && (answer.error.code === 'worker/crashed' || answer.error.code === 'internal/unexpected');
