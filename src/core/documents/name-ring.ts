import type { LocalClientId } from '../ids';
import type { ShiftWitness } from './batch-shift';

/**
 * Three people or more whose contents went round among their names, wherever the files lie: A's name on B's, B's on C's,
 * C's on A's. Swaps make pairs, never a ring; one of its steps may have been swapped back besides, in another form.
 */
export function isRing(files: readonly ShiftWitness[]): boolean {
  const oneWay = onesWay(files);
  // A name that nobody on the list bears may be that of the last, whose number the list leaves blank.
  const unnamed = new Set(files.flatMap(({ named, mayBe, shown }) => (named === null && !mayBe ? (shown ?? []) : [])));
  const closes = (third: LocalClientId, first: LocalClientId, isSwappedBack: boolean) => {
    const reached = reachedFrom(third, oneWay);
    if (reached.has(first)) return true;
    if (isSwappedBack) return false;
    return unnamed.has(first) && [...reached].some((end) => !oneWay.has(end));
  };
  const after = (name: LocalClientId) => [...(oneWay.get(name) ?? [])];
  for (const [first, seconds] of oneWay) {
    for (const second of seconds) {
      if (after(second).some((third) => third !== first && closes(third, first, false))) return true;
    }
  }
  return files.some(({ named: first, shown: second }) => {
    if (first === null || second === null || first === second) return false;
    return after(second).some((third) => third !== first && closes(third, first, true));
  });
}

/** Whose contents stand under each name, where more do so one way than the other: what was swapped back is no ring. */
function onesWay(files: readonly ShiftWitness[]): ReadonlyMap<LocalClientId, ReadonlySet<LocalClientId>> {
  const counts = new Map<LocalClientId, Map<LocalClientId, number>>();
  for (const { named, shown, byName, mayBe = [], mayShow = [] } of files) {
    // A number without its name was mistyped, or strayed there: a content that slid bears both.
    if (byName === false && shown !== null) continue;
    const names = named === null ? mayBe : [named];
    const showing = shown === null ? mayShow : [shown];
    if (showing.some((it) => names.includes(it))) continue;
    for (const name of names) {
      const under = counts.get(name) ?? new Map<LocalClientId, number>();
      for (const it of showing) under.set(it, (under.get(it) ?? 0) + 1);
      counts.set(name, under);
    }
  }
  const oneWay = [...counts].map(([name, under]) => {
    const more = [...under].filter(([it, count]) => count > (counts.get(it)?.get(name) ?? 0));
    return [name, new Set(more.map(([it]) => it))] as const;
  });
  return new Map(oneWay.filter(([, under]) => under.size > 0));
}

/** Longer rings than this are runs, which the offsets find. */
const LONGEST_RING = 12;

/** Whoever a ring that begins at `from` goes on to, `from` itself too. */
function reachedFrom(
  from: LocalClientId,
  shownBy: ReadonlyMap<LocalClientId, ReadonlySet<LocalClientId>>,
): ReadonlySet<LocalClientId> {
  const seen = new Set([from]);
  let edge = [from];
  for (let steps = 0; steps < LONGEST_RING && edge.length > 0; steps += 1) {
    const reached = edge.flatMap((person) => [...(shownBy.get(person) ?? [])]);
    edge = [...new Set(reached)].filter((person) => !seen.has(person));
    for (const person of edge) seen.add(person);
  }
  return seen;
}
