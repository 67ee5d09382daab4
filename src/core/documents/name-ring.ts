import type { LocalClientId } from '../ids';
import type { ShiftWitness } from './batch-shift';

/**
 * Three people or more whose contents went round among their names, wherever the files lie: A's name on B's, B's on C's,
 * C's on A's. Swaps make pairs, never a ring.
 */
export function isRing(files: readonly ShiftWitness[]): boolean {
  const shownBy = onesWay(files);
  // A name that nobody on the list bears may be that of the third, whose number the list leaves blank.
  const unnamed = new Set(files.flatMap(({ named, mayBe, shown }) => (named === null && !mayBe ? (shown ?? []) : [])));
  // The third bears a content that is not its own and that nobody can read: as like as not the first one's.
  const unread = new Set(files.flatMap((file) => (isUnread(file) && file.named !== null ? file.named : [])));
  const closes = (third: LocalClientId, first: LocalClientId) => {
    if (unread.has(third)) return true;
    const reached = reachedFrom(third, shownBy);
    return reached.has(first) || (unnamed.has(first) && [...reached].some((end) => !shownBy.has(end)));
  };
  if (isTriangle(files, shownBy) || isBrokenRing(files, shownBy, unnamed)) return true;
  // A number that is nobody's on the first one's content, and a content that nobody can read under the second's name.
  const apart = new Set(files.flatMap((it) => (it.apart === true ? (it.shown ?? []) : [])));
  for (const [first, seconds] of shownBy) {
    for (const second of seconds) {
      if (apart.has(first) && unread.has(second)) return true;
      for (const third of shownBy.get(second) ?? []) if (third !== first && closes(third, first)) return true;
    }
  }
  return false;
}

/**
 * A's name on B's content, B's on C's, C's on A's, each of them sure: also where one of the three was swapped back
 * besides. All three swapped back are three swaps.
 */
function isTriangle(
  files: readonly ShiftWitness[],
  oneWay: ReadonlyMap<LocalClientId, ReadonlySet<LocalClientId>>,
): boolean {
  const shownBy = new Map<LocalClientId, Set<LocalClientId>>();
  for (const { named, shown } of files) {
    if (named === null || shown === null || named === shown) continue;
    shownBy.set(named, (shownBy.get(named) ?? new Set()).add(shown));
  }
  const showing = (name: LocalClientId) => [...(shownBy.get(name) ?? [])];
  const goesOneWay = (name: LocalClientId, content: LocalClientId) => oneWay.get(name)?.has(content) === true;
  const closes = (first: LocalClientId, second: LocalClientId, third: LocalClientId) =>
    third !== first &&
    shownBy.get(third)?.has(first) === true &&
    [goesOneWay(first, second), goesOneWay(second, third), goesOneWay(third, first)].filter(Boolean).length >= 2;
  return [...shownBy.keys()].some((first) =>
    showing(first).some((second) => showing(second).some((third) => closes(first, second, third))),
  );
}

/** How far apart in the batch two pieces of one ring may lie, right files and second copies between them: files. */
const NEAR = 10;

/**
 * Two names of a ring are nobody's, so that it lies in pieces near one another: runs that begin with somebody whose
 * content bears a name of nobody and end with somebody whom no name means, and contents alone under a number that is
 * nobody's and not their own. One piece is a mistake of its own; two contents alone may be anything.
 */
function isBrokenRing(
  files: readonly ShiftWitness[],
  shownBy: ReadonlyMap<LocalClientId, ReadonlySet<LocalClientId>>,
  unnamed: ReadonlySet<LocalClientId>,
): boolean {
  const named = new Set(files.flatMap(({ named: name }) => name ?? []));
  const isOpen = (name: LocalClientId) =>
    unnamed.has(name) && [...reachedFrom(name, shownBy)].some((end) => end !== name && !shownBy.has(end));
  const open = [...shownBy.keys()].filter(isOpen);
  const runs = open.map((name) => files.findIndex((it) => it.named === null && it.shown === name));
  const alone = files.flatMap(({ apart, shown }, index) =>
    apart === true && shown !== null && !named.has(shown) && !shownBy.has(shown) ? [index] : [],
  );
  return runs.some((at, index) =>
    [...runs.slice(index + 1), ...alone].some((other) => other !== at && Math.abs(other - at) <= NEAR),
  );
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

const isUnread = ({ shown, mayShow, denies }: ShiftWitness): boolean =>
  shown === null && mayShow === undefined && denies === true;
