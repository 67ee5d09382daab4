import type { ImportedClient, ServerClient } from './client';
import type { ComparedName } from './compared-name';
import { wordsAgreement } from './name-agreement';

interface IndexedServer {
  readonly server: ServerClient;
  readonly name: ComparedName;
}

/** More would not help anyone choose. */
const MOST_CANDIDATES = 8;

/**
 * Server clients, among those nobody is linked to, that a new row might be after all: an agreeing or near name; or the
 * same code or e-mail with one word of the name in common (a new surname). Never one that only shares a code: spouses do.
 * Looked up by shared word, so a large list stays quick.
 */
export function findNearCandidates(
  free: readonly IndexedServer[],
): (client: ImportedClient, words: readonly string[]) => ServerClient[] {
  if (free.length === 0) return () => [];
  const byWord = group(free, ({ name }) => [...new Set(name.words)]);
  const byJoined = group(free, ({ name }) => [name.words.join('').slice(0, 4)]);
  const byCode = group(free, ({ server }) => [server.code.trim().toLowerCase()]);
  const byEmail = group(free, ({ server }) => [server.email.trim().toLowerCase()]);
  return (client, words) => {
    const found = new Set<IndexedServer>();
    const byName = [
      ...words.flatMap((word) => byWord.get(word) ?? []),
      ...(byJoined.get(words.join('').slice(0, 4)) ?? []),
    ];
    for (const candidate of byName)
      if (!found.has(candidate) && wordsAgreement(words, candidate.name.words) !== 'different') found.add(candidate);
    const sameKey = [
      ...(client.clientNumber === null ? [] : (byCode.get(client.clientNumber.trim().toLowerCase()) ?? [])),
      ...(client.email === null ? [] : (byEmail.get(client.email) ?? [])),
    ];
    for (const candidate of sameKey)
      if (
        words.some((word) => word.length > 1 && candidate.name.words.includes(word)) ||
        wordsAgreement(words, candidate.name.words) !== 'different'
      )
        found.add(candidate);
    return [...found]
      .map(({ server }) => server)
      .toSorted((a, b) => a.id - b.id)
      .slice(0, MOST_CANDIDATES);
  };
}

function group(
  servers: readonly IndexedServer[],
  keysOf: (server: IndexedServer) => readonly string[],
): ReadonlyMap<string, readonly IndexedServer[]> {
  const groups = new Map<string, IndexedServer[]>();
  for (const server of servers)
    for (const key of keysOf(server)) {
      if (key === '') continue;
      const members = groups.get(key);
      if (members) members.push(server);
      else groups.set(key, [server]);
    }
  return groups;
}
