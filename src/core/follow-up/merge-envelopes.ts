import type { FollowedEnvelope } from './followed-envelope';

/** What is known, with what changed since: by id, newest first. */
export function mergeEnvelopes(
  known: readonly FollowedEnvelope[],
  changed: readonly FollowedEnvelope[],
): readonly FollowedEnvelope[] {
  const byId = new Map(known.map((envelope) => [envelope.id, envelope]));
  for (const envelope of changed) byId.set(envelope.id, envelope);
  return [...byId.values()].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
}

/** The latest change seen, to ask what came after; `null` where the server tells no such instant: ask for all. */
export function latestChange(envelopes: readonly FollowedEnvelope[]): string | null {
  let latest: string | null = null;
  for (const { updatedAt } of envelopes) {
    if (updatedAt === null) return null;
    if (latest === null || Date.parse(updatedAt) > Date.parse(latest)) latest = updatedAt;
  }
  return latest;
}
