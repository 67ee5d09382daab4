import type { FieldChange, UpdatableField } from '../../core/clients/upsert-plan';
import { sameValue } from './same-value';

export type Comparison =
  /** The server already has every value we want. */
  | { readonly kind: 'as-wanted' }
  /** Each field is as we saw it, or already as we want it. */
  | { readonly kind: 'as-seen' }
  /** Changed by another hand since: `before` is the server's value now. */
  | { readonly kind: 'changed'; readonly server: readonly FieldChange[] };

/** What the server has now, against what we saw and what we want. */
export function compareChanges(
  changes: readonly FieldChange[],
  current: Readonly<Partial<Record<UpdatableField, string>>>,
): Comparison {
  const isWanted = ({ field, after }: FieldChange) => sameValue(field, current[field] ?? '', after);
  const pending = changes.filter((change) => !isWanted(change));
  if (pending.length === 0) return { kind: 'as-wanted' };
  const server = pending
    .filter(({ field, before }) => !sameValue(field, current[field] ?? '', before))
    .map(({ field, after }) => ({ field, before: current[field] ?? '', after }));
  return server.length === 0 ? { kind: 'as-seen' } : { kind: 'changed', server };
}
