/**
 * Cuts the items, in their order, into at most `shares` runs of about the same weight each (any unit). A run is never
 * empty, and neighbours stay together: documents that lie side by side in an archive are read through one slab.
 */
export function splitBySize<T>(items: readonly T[], weightOf: (item: T) => number, shares: number): T[][] {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  const runs: T[][] = Array.from({ length: shares }, () => []);
  let before = 0;
  for (const item of items) {
    const weight = weightOf(item);
    // By the middle of the item, so that one heavy document at the end of a run does not drag the next ones along.
    const rank = total === 0 ? 0 : Math.floor((shares * (before + weight / 2)) / total);
    runs[Math.min(rank, shares - 1)]?.push(item);
    before += weight;
  }
  return runs.filter((run) => run.length > 0);
}
