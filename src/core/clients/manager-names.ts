import { nameAgreement } from './name-agreement';

export interface NamedManager {
  readonly id: string;
  readonly name: string;
}

/** Account managers as this office's lists name them: a nickname, initials, somebody who left. */
export type ManagerNames = readonly NamedManager[];

/** Names of the lists that are nobody's name in GEM-BOOKS, each once, in order. */
export function foreignManagerNames(
  listed: Iterable<string | null>,
  managers: readonly NamedManager[],
): readonly string[] {
  const names = new Set([...listed].filter((name) => name !== null));
  return [...names]
    .filter((name) => managers.every((manager) => nameAgreement(manager.name, name) !== 'agreeing'))
    .toSorted((a, b) => a.localeCompare(b, 'fr-CA'));
}

/** Who that name means, as the office said; `null` when it did not. */
export const managerOfName = (names: ManagerNames, name: string): string | null =>
  names.find((known) => nameAgreement(known.name, name) === 'agreeing')?.id ?? null;

/** The names with one said, or with `null` forgotten. */
export function withManagerName(names: ManagerNames, name: string, id: string | null): ManagerNames {
  const others = names.filter((known) => nameAgreement(known.name, name) !== 'agreeing');
  return id === null ? others : [...others, { id, name }];
}
