import type { LocalClientId } from '../ids';
import { isRing } from './name-ring';
import { withNamesOfBatch } from './names-of-batch';

/** For one file of the batch, in archive order: whom its name means and whom its content shows; `null` = unknown. */
export interface ShiftWitness {
  readonly named: LocalClientId | null;
  readonly shown: LocalClientId | null;
  /** Those whom the name may mean, when it means several. */
  readonly mayBe?: readonly LocalClientId[];
  /** Those whom the content may show, when masked numbers and names leave several: namesakes. */
  readonly mayShow?: readonly LocalClientId[];
  /** The content bears the name, too, of whom it shows. */
  readonly byName?: boolean;
  /** The content is surely not that of whom the name means, whosever it is. */
  readonly denies?: boolean;
  /** The name means nobody of the list, and its number is not the content's. */
  readonly apart?: boolean;
  /** The SIN in a name that means nobody of the list. Never leaves the workers, nor does the next. */
  readonly number?: string;
  /** The SIN that the taxpayer's cells print, or what a mask leaves of it, of a client whose list leaves it blank. */
  readonly printed?: string;
}

/** Fewer files than this in one run are mistakes of their own, not a shift. */
const SEVERAL = 3;
/** In a run turned end for end: two swaps inside one another look like four of it. */
const SEVERAL_REVERSED = 5;

/**
 * The offset by which contents slid against names, or `null`. « Content n is that of name n + offset » along a run of
 * files, of which several fail: the failure that really happens when a batch is printed and named by position (OPC
 * incident summary 11). The ends of the run may meet; a run may be turned end for end (offset 0). The whole batch
 * stops, the files that seem right too.
 */
export function findBatchShift(witnesses: readonly ShiftWitness[]): number | null {
  const files = withNamesOfBatch(witnesses);
  const failing = files.flatMap((file, index) => (fails(file) ? [index] : []));
  // Where few names mean one person alone, only a ring can show.
  if (failing.length < SEVERAL - 1) return isRing(files) ? 1 : null;
  // Several swaps that share a person look like a run: whatever was swapped back is no part of one.
  const slid = files.map((file) => (isSwapped(file, files) ? { named: file.named, shown: null } : file));
  const places = placesOfNames(files);
  const offsets = new Map<number, number>();
  const sums = new Map<number, number>();
  for (const index of failing) {
    const shown = files[index]?.shown;
    for (const place of (shown && places.get(shown)) || []) {
      offsets.set(place - index, (offsets.get(place - index) ?? 0) + 1);
      sums.set(place + index, (sums.get(place + index) ?? 0) + 1);
    }
  }
  // Two of a run at one offset are enough to look: where the run's ends meet, its third fails at another.
  for (const [offset, count] of offsets) {
    if (count >= SEVERAL - 1 && longestRun(slid, (index) => index + offset, true) >= SEVERAL) return offset;
  }
  for (const [sum, count] of sums) {
    if (count >= SEVERAL_REVERSED && longestRun(files, (index) => sum - index, false) >= SEVERAL_REVERSED) return 0;
  }
  return isChain(slid) || isRing(files) ? 1 : null;
}

/** People whose right files, second copies and other mistakes may lie between two files of a slid run. */
const BETWEEN = 5;

/**
 * Three files near one another, in one direction, of which each but the last holds the content whose name the next
 * bears: a slid run into which right files, or second copies, were put since. Three names: two files swapped back and
 * forth are no run. Whom the first one's name means may be unknown.
 */
function isChain(files: readonly ShiftWitness[]): boolean {
  const next = (index: number, step: 1 | -1): number | null => {
    const shown = files[index]?.shown ?? null;
    const passed = new Set<LocalClientId | number>();
    for (let at = index + step; shown !== null && at >= 0 && at < files.length; at += step) {
      const other = files[at];
      if (other !== undefined && (fails(other) || other.denies) && other.named === shown) return at;
      passed.add(other?.named ?? at);
      if (passed.size > BETWEEN) return null;
    }
    return null;
  };
  return ([1, -1] as const).some((step) =>
    files.some((file, index) => {
      if (file.named === file.shown) return false;
      const second = next(index, step);
      const third = second === null ? null : next(second, step);
      return third !== null && files[third]?.named !== file.named;
    }),
  );
}

/** As many files or more hold it the other way round: this one's name on that content, for that name on this content. */
function isSwapped({ named, shown }: ShiftWitness, files: readonly ShiftWitness[]): boolean {
  if (named === null || shown === null || named === shown) return false;
  const bearing = (name: LocalClientId, content: LocalClientId) =>
    files.filter((it) => it.named === name && it.shown === content).length;
  return bearing(shown, named) >= bearing(named, shown);
}

const fails = ({ named, shown }: ShiftWitness): boolean => named !== null && shown !== null && named !== shown;

function placesOfNames(files: readonly ShiftWitness[]): Map<LocalClientId, number[]> {
  const places = new Map<LocalClientId, number[]>();
  files.forEach(({ named }, index) => {
    if (named !== null) places.set(named, [...(places.get(named) ?? []), index]);
  });
  return places;
}

/**
 * Most failing files in a row whose content's name stands at `placeOf(index)`; a file nobody can read breaks no run. In
 * one turned end for end it is people who count: two companies' forms exchanged look like one.
 */
function longestRun(files: readonly ShiftWitness[], placeOf: (index: number) => number, mayWrap: boolean): number {
  let longest = 0;
  let failing: number[] = [];
  const close = (end: number) => {
    const many = mayWrap ? failing.length : new Set(failing.map((index) => files[index]?.named)).size;
    longest = Math.max(longest, many + (mayWrap && endsMeet(files, failing, end) ? 1 : 0));
    failing = [];
  };
  files.forEach((file, index) => {
    const { named, shown } = file;
    if (named === null || shown === null) return;
    if (files[placeOf(index)]?.named === shown) {
      if (fails(file)) failing.push(index);
    } else close(index);
  });
  close(files.length);
  return longest;
}

/** The file just before or after the run holds the content whose name stands at the run's other end. */
function endsMeet(files: readonly ShiftWitness[], failing: readonly number[], end: number): boolean {
  const [first, last] = [failing[0], failing.at(-1)];
  if (first === undefined || last === undefined) return false;
  const closes = (file: ShiftWitness | undefined, other: ShiftWitness | undefined) =>
    file !== undefined && other !== undefined && fails(file) && file.shown === other.named;
  return closes(files[first - 1], files[last]) || closes(files[end], files[first]);
}
