import { contestedChanges, effectiveStatus, heldEmailOf, NO_DECISIONS } from './decided-rows';
import { emptyTally, invitableAddress, tallyRow, type PlanTally } from './plan-outlook';
import { PLAN_STATUSES, type PlanRow } from './upsert-plan';

/**
 * What a page needs of all the rows of a plan at once, nothing decided yet, so that it looks at a row only when it shows
 * it or when somebody decides on it. Arrays are by position.
 */
export interface PlanFacts {
  /** Indices into `PLAN_STATUSES`. */
  readonly statuses: Uint8Array<ArrayBuffer>;
  /** Rows that would invite one address bear one number, from 0; -1: nobody to invite. */
  readonly addresses: Int32Array<ArrayBuffer>;
  readonly tally: PlanTally;
  /** Positions of the rows whose e-mail would replace one that GEM-BOOKS has. */
  readonly emails: Uint32Array<ArrayBuffer>;
  /** Positions of the rows to check with one candidate, offered to nobody else, that are no other row's person. */
  readonly singles: Uint32Array<ArrayBuffer>;
  /** Account managers that the rows to create name, each once. */
  readonly managers: readonly string[];
}

export function planFacts(rows: readonly PlanRow[]): PlanFacts {
  const statuses = new Uint8Array(rows.length);
  const addresses = new Int32Array(rows.length).fill(-1);
  const tally = emptyTally();
  const numbers = new Map<string, number>();
  const offered = new Map<number, number>();
  const managers = new Set<string>();
  const emails: number[] = [];
  rows.forEach((row, at) => {
    statuses[at] = PLAN_STATUSES.indexOf(effectiveStatus(row, NO_DECISIONS));
    tallyRow(tally, row, NO_DECISIONS, 1);
    const address = invitableAddress(row);
    if (address !== null) {
      const number = numbers.get(address) ?? numbers.size;
      numbers.set(address, number);
      addresses[at] = number;
    }
    for (const { serverId } of row.candidates) offered.set(serverId, (offered.get(serverId) ?? 0) + 1);
    if (row.status === 'create' && row.client.accountManager !== null) managers.add(row.client.accountManager);
    if (isUndecidedEmail(row)) emails.push(at);
  });
  const singles = rows.flatMap(({ status, candidates: [only, second], twin }, at) =>
    status === 'check' && only && !second && twin === undefined && offered.get(only.serverId) === 1 ? [at] : [],
  );
  return {
    statuses,
    addresses,
    tally,
    emails: Uint32Array.from(emails),
    singles: Uint32Array.from(singles),
    managers: [...managers],
  };
}

/** The row's e-mail would replace one that GEM-BOOKS has, and nobody said which stands. */
export const isUndecidedEmail = (row: PlanRow, decisions = NO_DECISIONS): boolean =>
  heldEmailOf(row, decisions) !== null && contestedChanges(row, decisions).length > 0;
