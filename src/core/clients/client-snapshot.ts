import type { LocalClientId } from '../ids';
import type { LocalClient } from './client';

/** One line per client: which of them an identifier is, without opening a chunk. Sealed whole under `client-snapshot`. */
export interface SnapshotLine {
  readonly localId: LocalClientId;
  /** Keyed hash of SIN or BN; `null` without one. */
  readonly identifierHash: string | null;
}

/** The record as text, its keys in a fixed order: equal records, equal text. */
export function canonicalRecord(client: LocalClient): string {
  return JSON.stringify(client, (_key, value: unknown) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** The snapshot with the lines of `changed` put in; the others stay as they are. */
export function mergeSnapshot(lines: readonly SnapshotLine[], changed: readonly SnapshotLine[]): SnapshotLine[] {
  const merged = new Map(lines.map((line) => [line.localId, line]));
  for (const line of changed) merged.set(line.localId, line);
  return [...merged.values()];
}

/** What the keyed hash of a client's identifier is taken of: SIN before BN; `null` without either. */
export function identifierText(client: Pick<LocalClient, 'sin' | 'businessNumber'>): string | null {
  if (client.sin !== null) return `sin:${client.sin}`;
  return client.businessNumber === null ? null : `bn:${client.businessNumber}`;
}
