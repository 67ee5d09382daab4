import type { ServerClientId } from '../ids';
import type { FieldChange, UpdatableField } from './upsert-plan';

/** Fields that an office may keep its hands on: a list never changes them while they are locked. */
export const LOCKABLE_FIELDS = ['email', 'language'] as const satisfies readonly UpdatableField[];
export type LockableField = (typeof LOCKABLE_FIELDS)[number];

export interface FieldLocks {
  /** For every client. */
  readonly office: readonly LockableField[];
  readonly clients: readonly (readonly [ServerClientId, readonly LockableField[]])[];
}

export const NO_LOCKS: FieldLocks = { office: [], clients: [] };

/**
 * `locked`: by the office or for this client. `kept`: « Garder GEM-BOOKS » was said of this very value before. `mode`:
 * « Créer seulement » changes nobody.
 */
export type WithheldChange = FieldChange & { readonly why: 'locked' | 'kept' | 'mode' };

/** The list's values that « Garder GEM-BOOKS » turned away, by field: not proposed again until the list says otherwise. */
export type KeptValues = Readonly<Partial<Record<UpdatableField, string>>>;

export const isLockable = (field: UpdatableField): field is LockableField =>
  LOCKABLE_FIELDS.some((lockable) => lockable === field);

/** Which fields are locked for one client. */
export function lockedFields(locks: FieldLocks): (client: ServerClientId) => ReadonlySet<UpdatableField> {
  const office = new Set<UpdatableField>(locks.office);
  const clients = new Map(locks.clients);
  return (client) => {
    const own = clients.get(client);
    return own === undefined || own.length === 0 ? office : new Set<UpdatableField>([...office, ...own]);
  };
}

/** The locks with one of them turned on or off; for one client, or with `null` for the office. */
export function withLock(
  locks: FieldLocks,
  client: ServerClientId | null,
  field: LockableField,
  locked: boolean,
): FieldLocks {
  const toggle = (fields: readonly LockableField[]): LockableField[] =>
    LOCKABLE_FIELDS.filter((known) => (known === field ? locked : fields.includes(known)));
  if (client === null) return { ...locks, office: toggle(locks.office) };
  const clients = new Map(locks.clients);
  const own = toggle(clients.get(client) ?? []);
  if (own.length === 0) clients.delete(client);
  else clients.set(client, own);
  return { ...locks, clients: [...clients] };
}

/** Divides what a list would change into what is proposed and what is only said. */
export function applyPolicy(
  changes: readonly FieldChange[],
  locked: ReadonlySet<UpdatableField>,
  kept: KeptValues,
): { readonly proposed: FieldChange[]; readonly withheld: WithheldChange[] } {
  const proposed: FieldChange[] = [];
  const withheld: WithheldChange[] = [];
  for (const change of changes) {
    if (locked.has(change.field)) withheld.push({ ...change, why: 'locked' });
    else if (kept[change.field] === change.after) withheld.push({ ...change, why: 'kept' });
    else proposed.push(change);
  }
  return { proposed, withheld };
}

/** The change that replaces an address GEM-BOOKS has: a person may keep GEM-BOOKS's. */
export const replacedEmail = (changes: readonly FieldChange[]): FieldChange | null =>
  changes.find(({ field, before }) => field === 'email' && before !== '') ?? null;
