import { appError } from '../../src/core/app-error';
import type { AppError } from '../../src/core/app-error';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { BatchItem, UnsourcedItem } from './batch-item';
import type { Reading } from './read-share';
import { refusedItem } from './refused-item';
import { watchIdle } from './watch-idle';

/** A helper as this share sees it: each `ask` after an `end` is answered by a fresh one. */
export interface ShareReader {
  /** Reads these in their order; `onRead` is told of each by its place. */
  ask(readings: readonly Reading[], onRead: (at: number) => void): Promise<Result<readonly UnsourcedItem[]>>;
  /** Ends the helper, and what it was doing. */
  end(): void;
}

/**
 * Reads a share by a helper that one document may stop. A PDF that keeps it busy for more than a minute, or at which it
 * dies twice, is refused by name; the others are read by a fresh helper. Answers in the share's order. A helper that
 * dies twice without reading anything is no document's fault: `worker/crashed`.
 */
export async function readByHelper(
  share: readonly Reading[],
  helper: ShareReader,
  onRead: (at: number) => void,
): Promise<Result<BatchItem[]>> {
  const refused = new Map<number, AppError>();
  let queue = share;
  let blamed: number | null = null;
  let fruitless = 0;
  while (queue.length > 0) {
    const read = new Set<number>();
    const watch = watchIdle(() => helper.end());
    const answer = await helper.ask(queue, (at) => {
      read.add(at);
      watch.seesWork();
      onRead(at);
    });
    watch.stop();
    if (answer.ok) return ok(inOrder(share, queue, answer.value, refused));
    if (!watch.isIdle() && !isLost(answer.error)) return answer;
    const culprit = queue.find(({ at }) => !read.has(at));
    fruitless = read.size === 0 ? fruitless + 1 : 0;
    if (culprit === undefined || fruitless > 1) return err(appError('worker/crashed'));
    const others = queue.filter((reading) => reading !== culprit);
    if (blamed === culprit.at || (watch.isIdle() && read.size > 0)) {
      refused.set(culprit.at, appError(watch.isIdle() ? 'pdf/too-slow' : 'pdf/damaged'));
      onRead(culprit.at);
      queue = others;
    } else {
      // Once more, after the others: memory that they filled may have been the cause.
      blamed = culprit.at;
      queue = [...others, culprit];
    }
  }
  return ok(inOrder(share, [], [], refused));
}

const isLost = ({ code }: AppError): boolean => code === 'worker/crashed' || code === 'internal/unexpected';

function inOrder(
  share: readonly Reading[],
  asked: readonly Reading[],
  items: readonly UnsourcedItem[],
  refused: ReadonlyMap<number, AppError>,
): BatchItem[] {
  const read = new Map(asked.map(({ at }, index) => [at, items[index]]));
  return share.flatMap(({ at, id, source, how }): BatchItem[] => {
    const refusal = refused.get(at);
    if (refusal !== undefined) return [refusedItem(id, source, refusal, { password: how.password ?? null })];
    const item = read.get(at);
    return item === undefined ? [] : [{ ...item, source }];
  });
}
