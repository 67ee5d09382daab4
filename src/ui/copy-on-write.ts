/** Changes to the maps and sets held in `$state.raw`: a new one each time, so that a change is a new reference. */
export const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(map).set(key, value);

export function withoutKey<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

export function withMember<T>(set: ReadonlySet<T> | undefined, member: T, present: boolean): ReadonlySet<T> {
  const copy = new Set(set);
  if (present) copy.add(member);
  else copy.delete(member);
  return copy;
}
