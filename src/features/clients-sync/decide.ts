import type { ClientsDecisionState } from '../../core/clients/decided-rows';
import type { DecidedSide } from '../../core/clients/decided-side';
import type { RowId, ServerClientId } from '../../core/ids';
import { withEntry, withMember, withoutKey } from '../../ui/copy-on-write';
import type { ClientsDecisions } from '../../worker-bridge/clients-worker-api';

type Decisions = ClientsDecisionState;

export const withRefusal = (decisions: Decisions, row: RowId, field: string, refused: boolean): Decisions => ({
  ...decisions,
  refused: withEntry(decisions.refused, row, withMember(decisions.refused.get(row), field, refused)),
});

export const withExclusion = (decisions: Decisions, row: RowId, excluded: boolean): Decisions => ({
  ...decisions,
  excluded: withMember(decisions.excluded, row, excluded),
});

/** `null` creates a new record; `undefined` takes the decision back. */
export function withChoice(decisions: Decisions, row: RowId, candidate: ServerClientId | null | undefined): Decisions {
  const { chosen: before } = decisions;
  const chosen = candidate === undefined ? withoutKey(before, row) : withEntry(before, row, candidate);
  // What was said of an e-mail was said of the client chosen before.
  return { ...decisions, chosen, sides: withoutKey(decisions.sides, row) };
}

export const withChoices = (
  decisions: Decisions,
  choices: readonly (readonly [RowId, ServerClientId])[],
): Decisions => ({ ...decisions, chosen: new Map([...decisions.chosen, ...choices]) });

/** `undefined` takes the decision back. */
export function withSide(decisions: Decisions, rows: readonly RowId[], side: DecidedSide | undefined): Decisions {
  const sides = new Map(decisions.sides);
  for (const row of rows)
    if (side === undefined) sides.delete(row);
    else sides.set(row, side);
  return { ...decisions, sides };
}

/** As they cross to the worker. */
export const asLists = ({
  refused,
  excluded,
  chosen,
  sides,
}: Decisions): Pick<ClientsDecisions, 'refusedFields' | 'excluded' | 'chosen' | 'sides'> => ({
  refusedFields: [...refused]
    .filter(([, fields]) => fields.size > 0)
    .map(([row, fields]) => [row, [...fields]] as const),
  excluded: [...excluded],
  chosen: [...chosen],
  sides: [...sides],
});
