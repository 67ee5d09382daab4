import type { LocalClientId } from '../ids';

/** For one file of the batch, in archive order: whom its name means and whom its content shows; `null` = unknown. */
export interface ShiftWitness {
  readonly named: LocalClientId | null;
  readonly shown: LocalClientId | null;
}

/** Fewer failures than this with one offset are two mistakes, not a shift. */
const SEVERAL = 3;

/**
 * The offset by which contents slid against names, or `null`. « Content n is that of name n + offset » for several files
 * at one offset, and for most of those that fail: the failure that really happens when a batch is printed and named by
 * position (OPC incident summary 11). The whole batch stops, the files that seem right too.
 */
export function findBatchShift(files: readonly ShiftWitness[]): number | null {
  const placeOf = new Map<LocalClientId, number>();
  files.forEach(({ named }, index) => {
    if (named !== null) placeOf.set(named, index);
  });
  const offsets = files.flatMap(({ named, shown }, index) => {
    if (named === null || shown === null || named === shown) return [];
    const place = placeOf.get(shown);
    return place === undefined ? [null] : [place - index];
  });
  const counts = new Map<number, number>();
  for (const offset of offsets) if (offset !== null) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  for (const [offset, count] of counts) {
    if (offset !== 0 && count >= SEVERAL && count * 2 > offsets.length) return offset;
  }
  return null;
}
