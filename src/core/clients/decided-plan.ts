import type { RowId, ServerClientId } from '../ids';
import { effectiveStatus, NO_DECISIONS, type ClientsDecisionState } from './decided-rows';
import { isUndecidedEmail, type PlanFacts } from './plan-facts';
import { invites, tallyRow, toOutlook, type ClientsOutlook } from './plan-outlook';
import { PLAN_STATUSES, type PlanRow, type PlanStatus } from './upsert-plan';

/** The rows of a plan, read one at a time. */
export interface PlanRows {
  readonly length: number;
  readonly facts: PlanFacts;
  at(position: number): PlanRow | undefined;
  /** -1 when no row has this id. */
  find(id: RowId): number;
}

/** A plan with what was decided on it. Only the rows decided on are looked at: a long list must not stop the page. */
export class DecidedPlan {
  readonly #rows: PlanRows;
  readonly #decisions: ClientsDecisionState;
  readonly #decided = new Map<number, PlanRow>();
  readonly #statuses: Uint8Array;
  readonly outlook: ClientsOutlook;

  constructor(rows: PlanRows, decisions: ClientsDecisionState) {
    this.#rows = rows;
    this.#decisions = decisions;
    const { refused, excluded, chosen, sides } = decisions;
    for (const id of new Set([...refused.keys(), ...excluded, ...chosen.keys(), ...sides.keys()])) {
      const position = rows.find(id);
      const row = rows.at(position);
      if (row) this.#decided.set(position, row);
    }
    this.#statuses = this.#decided.size === 0 ? rows.facts.statuses : rows.facts.statuses.slice();
    for (const [position, row] of this.#decided)
      this.#statuses[position] = PLAN_STATUSES.indexOf(effectiveStatus(row, decisions));
    this.outlook = this.#outlook();
  }

  /** Positions of `order` with this status, once decided. */
  withStatus(status: PlanStatus, order: Uint32Array): Uint32Array {
    const wanted = PLAN_STATUSES.indexOf(status);
    return order.filter((position) => this.#statuses[position] === wanted);
  }

  /** Positions of all the rows with this status, once decided. */
  allWithStatus(status: PlanStatus): Uint32Array {
    return this.withStatus(
      status,
      Uint32Array.from(this.#statuses, (_status, position) => position),
    );
  }

  /** Positions of rows whose e-mail would replace one that GEM-BOOKS has, and nobody said which stands. */
  undecidedEmails(): number[] {
    const open = [...this.#rows.facts.emails].filter((position) => !this.#decided.has(position));
    const more = [...this.#decided].flatMap(([at, row]) => (isUndecidedEmail(row, this.#decisions) ? [at] : []));
    return [...open, ...more];
  }

  /** Positions of rows changed on both sides, and nobody said which stands. */
  undecidedConflicts(): number[] {
    const { sides, excluded } = this.#decisions;
    const conflict = PLAN_STATUSES.indexOf('conflict');
    const positions: number[] = [];
    this.#rows.facts.statuses.forEach((status, position) => {
      if (status !== conflict) return;
      const row = this.#decided.get(position);
      if (!row || (!sides.has(row.id) && !excluded.has(row.id))) positions.push(position);
    });
    return positions;
  }

  /** Positions of rows to check with a single candidate, not decided on. */
  openSingles(): number[] {
    const { chosen, excluded } = this.#decisions;
    return [...this.#rows.facts.singles].filter((position) => {
      const row = this.#decided.get(position);
      return !row || (!chosen.has(row.id) && !excluded.has(row.id));
    });
  }

  /** The rows at these positions, and the client that each may be. */
  candidatesAt(positions: readonly number[]): (readonly [RowId, ServerClientId])[] {
    return positions.flatMap((position) => {
      const row = this.#rows.at(position);
      const only = row?.candidates[0];
      return row && only ? [[row.id, only.serverId] as const] : [];
    });
  }

  idsAt(positions: readonly number[]): RowId[] {
    return positions.flatMap((position) => this.#rows.at(position)?.id ?? []);
  }

  #outlook(): ClientsOutlook {
    const { statuses, addresses, tally } = this.#rows.facts;
    const decided = { ...tally, counts: { ...tally.counts }, leaving: { ...tally.leaving } };
    for (const row of this.#decided.values()) {
      tallyRow(decided, row, NO_DECISIONS, -1);
      tallyRow(decided, row, this.#decisions, 1);
    }
    const create = PLAN_STATUSES.indexOf('create');
    const inviting = new Set<number>();
    addresses.forEach((address, position) => {
      if (address < 0) return;
      const row = this.#decided.get(position);
      if (row ? invites(row, this.#decisions) : statuses[position] === create) inviting.add(address);
    });
    return toOutlook(decided, inviting.size);
  }
}
