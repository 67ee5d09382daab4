/** Enough for the cost of a slice to be small, few enough for the page to stay alive between two. */
const SLICE = 100;

/** Ends the present task, so that what waits for the thread has its turn. */
export type Rest = () => PromiseLike<unknown>;

const noRest: Rest = () => Promise.resolve();

/**
 * What `work` answers for each slice of the values, in order, one slice after the other.
 * @param rest between two slices, where `work` does not itself end the task: sealing may answer at once.
 */
export async function inSlices<T, U>(
  values: readonly T[],
  work: (slice: readonly T[]) => PromiseLike<readonly U[]>,
  rest: Rest = noRest,
): Promise<U[]> {
  const all: U[] = [];
  for (let at = 0; at < values.length; at += SLICE) {
    if (at > 0) await rest();
    for (const value of await work(values.slice(at, at + SLICE))) all.push(value);
  }
  return all;
}

/** Takes all the steps, with a rest now and then; answers what they end with. */
export async function stepsInSlices<T>(steps: Generator<unknown, T>, rest: Rest): Promise<T> {
  for (let taken = 1; ; taken += 1) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (taken % SLICE === 0) await rest();
  }
}
