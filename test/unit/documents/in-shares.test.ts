import { expect, it, vi } from 'vitest';
import { appError } from '../../../src/core/app-error';
import type { ErrorCode } from '../../../src/core/app-error';
import { err, ok } from '../../../src/core/result';
import type { Result } from '../../../src/core/result';
import type { WorkerHandle } from '../../../src/worker-bridge/worker-handle';
import { inShares } from '../../../workers/documents/in-shares';
import type { Helpers } from '../../../workers/documents/in-shares';
import type { ShareWorkerApi } from '../../../workers/documents/share-worker-api';

interface Made {
  readonly where: 'here' | 'there';
  readonly number: number;
  readonly documents: readonly number[];
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Helpers that answer as `there` says, and note how they ended. */
function crew(count: number) {
  const terminate = vi.fn();
  const handle = { call: () => Promise.reject(new Error('not called')), terminate } as WorkerHandle<ShareWorkerApi>;
  const helpers: Helpers = { count, spawn: () => handle };
  return { helpers, terminate };
}

function work(documents: readonly number[], there: (number: number) => Result<null> | Promise<Result<null>>) {
  return {
    documents,
    files: 1,
    sizeOf: () => 1,
    here: async (share: readonly number[], number: number): Promise<Result<Made>> =>
      ok({ where: 'here', number, documents: share }),
    there: async (_: unknown, share: readonly number[], number: number): Promise<Result<Made>> => {
      const answer = await there(number);
      return answer.ok ? ok({ where: 'there', number, documents: share }) : answer;
    },
  };
}

it('a share for each helper, none here, in the order of the documents', async () => {
  const { helpers, terminate } = crew(2);
  const made = await inShares(
    work(numbers(60), () => ok(null)),
    helpers,
  );
  if (!made.ok) throw new Error(made.error.code);
  expect(made.value.map(({ where, number }) => [where, number])).toEqual([
    ['there', 0],
    ['there', 1],
  ]);
  expect(made.value.flatMap(({ documents }) => documents)).toEqual(numbers(60));
  expect(terminate).toHaveBeenCalledTimes(2);
});

it('a helper ends with its share: many documents take many, some at a time', async () => {
  const { helpers, terminate } = crew(2);
  let [now, most] = [0, 0];
  const made = await inShares(
    work(numbers(640), async () => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
      return ok(null);
    }),
    helpers,
  );
  if (!made.ok) throw new Error(made.error.code);
  expect(made.value.map(({ number }) => number)).toEqual(numbers(16));
  expect(made.value.flatMap(({ documents }) => documents)).toEqual(numbers(640));
  expect([most, terminate.mock.calls.length]).toEqual([2, 16]);
});

it('where as many files lie loose, few helpers are told of all of them', async () => {
  const { helpers } = crew(2);
  const made = await inShares({ ...work(numbers(4_000), () => ok(null)), files: 4_000 }, helpers);
  expect(made.ok && made.value.length).toBe(4);
});

it('a few documents start no worker, and none starts where there are no helpers', async () => {
  const { helpers } = crew(3);
  for (const [count, who] of [
    [11, helpers],
    [500, undefined],
  ] as const) {
    const made = await inShares(
      work(numbers(count), () => ok(null)),
      who,
    );
    expect(made).toMatchObject({ ok: true, value: [{ where: 'here', documents: numbers(count) }] });
  }
});

it.each(['worker/crashed', 'internal/unexpected'] as const)(
  'a helper that is lost (%s): its share is done here, under a number of its own',
  async (code) => {
    const { helpers } = crew(1);
    const made = await inShares(
      work(numbers(40), () => err(appError(code))),
      helpers,
    );
    if (!made.ok) throw new Error(made.error.code);
    expect(made.value.map(({ where, number }) => [where, number])).toEqual([['here', 1]]);
    expect(made.value.flatMap(({ documents }) => documents)).toEqual(numbers(40));
  },
);

it('any other failure ends the whole, and the helpers that still work', async () => {
  const { helpers, terminate } = crew(2);
  let stop: (answer: Result<null>) => void = () => undefined;
  terminate.mockImplementation(() => stop(err(appError('worker/aborted'))));
  const full: ErrorCode = 'storage/quota';
  const made = await inShares(
    work(numbers(60), (number) =>
      number === 1 ? err(appError(full)) : new Promise<Result<null>>((resolve) => (stop = resolve)),
    ),
    helpers,
  );
  expect(made).toEqual(err(appError(full)));
});
