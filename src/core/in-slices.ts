/** Enough for the cost of a slice to be small, few enough for the page to stay alive between two. */
const SLICE = 250;

/** What `work` answers for each slice of the values, in order, one slice after the other. */
export async function inSlices<T, U>(
  values: readonly T[],
  work: (slice: readonly T[]) => PromiseLike<readonly U[]>,
): Promise<U[]> {
  const all: U[] = [];
  for (let at = 0; at < values.length; at += SLICE) {
    for (const value of await work(values.slice(at, at + SLICE))) all.push(value);
  }
  return all;
}
