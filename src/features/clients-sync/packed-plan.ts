import type { PlanRows } from '../../core/clients/decided-plan';
import { planFacts, type PlanFacts } from '../../core/clients/plan-facts';
import type { PlanRow } from '../../core/clients/upsert-plan';
import type { RowId } from '../../core/ids';
import { findPacked, packedRow, type PackedRows } from '../../worker-bridge/packed-rows';

/** Rows read are kept, up to this many: a window of a table is read again at each frame. */
const MOST_READ = 2_000;
const READ_AT_ONCE = 500;

/** The rows of a plan as the worker packed them, each read when it is looked at. Immutable: `revised` makes the next one. */
export class PackedPlan implements PlanRows {
  readonly #parts: readonly PackedRows[];
  /** Where each part begins. */
  readonly #starts: readonly number[];
  readonly #changed: ReadonlyMap<number, PlanRow>;
  readonly #read = new Map<number, PlanRow>();
  /** Where the rows looked at stand. */
  readonly #positions = new Map<RowId, number>();
  readonly length: number;
  readonly facts: PlanFacts;

  constructor(
    parts: readonly PackedRows[],
    facts: PlanFacts,
    changed: ReadonlyMap<number, PlanRow> = new Map(),
    length = parts.reduce((sum, { ends }) => sum + ends.length, 0),
  ) {
    this.#parts = parts;
    let start = 0;
    this.#starts = parts.map(({ ends }) => (start += ends.length) - ends.length);
    this.#changed = changed;
    this.length = length;
    this.facts = facts;
  }

  at(position: number): PlanRow | undefined {
    if (position < 0 || position >= this.length) return undefined;
    const known = this.#changed.get(position) ?? this.#read.get(position);
    if (known) return known;
    const part = this.#starts.findLastIndex((start) => start <= position);
    const packed = this.#parts[part];
    const row = packed && packedRow(packed, position - (this.#starts[part] ?? 0));
    if (!row) return undefined;
    if (this.#read.size >= MOST_READ) this.#read.clear();
    this.#read.set(position, row);
    this.#positions.set(row.id, position);
    return row;
  }

  find(id: RowId): number {
    const known = this.#positions.get(id);
    if (known !== undefined) return known;
    for (const [position, row] of this.#changed)
      if (row.id === id && position < this.length) return this.#seen(row, position);
    for (const [part, packed] of this.#parts.entries()) {
      const at = findPacked(packed, id);
      const position = (this.#starts[part] ?? 0) + at;
      // A row that was changed since stands there now.
      if (at >= 0 && position < this.length && !this.#changed.has(position)) {
        this.#positions.set(id, position);
        return position;
      }
    }
    return -1;
  }

  revised(length: number, changed: readonly (readonly [number, PlanRow])[], facts: PlanFacts): PackedPlan {
    return new PackedPlan(this.#parts, facts, new Map([...this.#changed, ...changed]), length);
  }

  /** The rows at these positions, or all of them: some at a time, so that the page stays alive. */
  async read(positions: Iterable<number> = Array.from({ length: this.length }, (_row, at) => at)): Promise<PlanRow[]> {
    const rows: PlanRow[] = [];
    let some = 0;
    for (const position of positions) {
      const row = this.at(position);
      if (row) rows.push(row);
      some = (some + 1) % READ_AT_ONCE;
      if (some === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    return rows;
  }

  #seen(row: PlanRow, position: number): number {
    this.#positions.set(row.id, position);
    return position;
  }
}

export const EMPTY_PLAN = new PackedPlan([], planFacts([]));
