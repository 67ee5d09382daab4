import type { TrackingLane } from '../../i18n/tracking-words';
import type { TrackingGroup } from './tracking-group';

/** How many groups stand in each lane; a lane with none is absent. */
export function laneCounts(groups: readonly TrackingGroup[]): ReadonlyMap<TrackingLane, number> {
  const counts = new Map<TrackingLane, number>();
  for (const { lane } of groups) counts.set(lane, (counts.get(lane) ?? 0) + 1);
  return counts;
}
