import { applyEdits, NO_EDITS, withCell, type CellEdits } from '../../src/core/clients/cell-edits';
import { cellText } from '../../src/core/clients/cell-text';
import type { ClientType, Software } from '../../src/core/clients/client';
import type { JudgedRow } from '../../src/core/clients/duplicates';
import type { ListField } from '../../src/core/clients/list-field';
import type { RowMerge } from '../../src/core/clients/merge-rows';
import { DATE_FIELDS } from '../../src/core/clients/read-date';
import { readRows } from '../../src/core/clients/read-rows';
import { DELIMITERS, type Delimiter } from '../../src/core/clients/source-reading';
import type { RowKey } from '../../src/core/clients/row-key';
import { RowMemo } from '../../src/core/clients/row-memo';
import type { Cell, TableRow } from '../../src/core/clients/table';
import { maskSin } from '../../src/core/identifiers/masking';
import { dateOfSerial } from '../../src/core/identifiers/date';
import type { SourceCell } from '../../src/worker-bridge/clients-worker-api';
import { returnedRows } from './returned-rows';
import type { ClientList } from '../tables/client-list';

const isDate = (field: ListField | null): boolean => field !== null && DATE_FIELDS.includes(field);

const SIN_FIELDS: readonly ListField[] = ['sin', 'spouseSin'];

export interface DraftOptions {
  readonly software: Software;
  readonly clientType: ClientType;
  /** ISO date. */
  readonly today: string;
}

/** A list as read, and what was corrected in it since: cells and merged rows. The file itself stays as it is. */
export class ListDraft {
  #list: ClientList;
  /** Rows of the list by the row of the source they stand on. */
  #bySource = new Map<number, TableRow>();
  readonly #options: DraftOptions;
  #ownTypeOnly = false;
  #edits: CellEdits = NO_EDITS;
  #merges: ReadonlyMap<RowKey, RowMerge> = new Map();
  readonly #memo = new RowMemo();
  /** As read last; `null` once something changed. */
  #read: readonly JudgedRow[] | null = null;

  constructor(list: ClientList, options: DraftOptions) {
    this.#list = list;
    for (const row of list.rows) this.#bySource.set(row.source, row);
    this.#options = options;
  }

  rows(): readonly JudgedRow[] {
    this.#read ??= this.#judged();
    return this.#read;
  }

  #judged(): readonly JudgedRow[] {
    const { header, headers, rows, epoch1904 } = this.#list;
    const { software, clientType, today } = this.#options;
    const read = readRows({
      clientType,
      mapping: header.mapping,
      headers,
      rows: applyEdits(rows, this.#edits),
      epoch1904,
      scope: software,
      today,
      merges: this.#merges,
      memo: this.#memo,
    });
    if (!this.#ownTypeOnly) return read;
    return read.filter(({ client }) => (client.kind === 'individual') === (clientType === 'individuals'));
  }

  /** Rows of the other type of client are for another import. */
  leaveOtherTypes(): void {
    this.#ownTypeOnly = true;
    this.#read = null;
  }

  /** Rows with a corrected cell, by source row. */
  edited(): ReadonlySet<number> {
    return new Set(this.#edits.keys());
  }

  /** The cells of a source row, as they stand and as the file has them. Columns without a header are left out. */
  cells(source: number): SourceCell[] {
    const row = this.#bySource.get(source);
    const edits = this.#edits.get(source);
    return this.#list.headers.flatMap((header, column) => {
      const name = cellText(header);
      if (name === '') return [];
      const field = this.#fieldOf(column);
      const original = this.#shown(row?.cells[column], field);
      const text = edits?.get(column) ?? original;
      const masked = field !== null && SIN_FIELDS.includes(field) && /\d{9}/.test(original.replace(/\D/g, '') || text);
      const said = (value: string): string => (masked && value !== '' ? maskSin(value.replace(/\D/g, '')) : value);
      const edited = edits?.has(column) ?? false;
      return [{ column, header: name, field, original: said(original), text: said(text), masked, edited }];
    });
  }

  /** `null` gives the file's cell back. */
  setCell(source: number, column: number, text: string | null): void {
    const row = this.#bySource.get(source);
    if (!row) return;
    const kept = this.#shown(row.cells[column], this.#fieldOf(column)) === text?.trim();
    this.#read = null;
    this.#edits = withCell(this.#edits, source, column, kept || text === null ? null : text.trim());
  }

  /** A workbook's date is a number of days: shown as the date it stands for. */
  #shown(cell: Cell | undefined, field: ListField | null): string {
    if (typeof cell !== 'number' || !isDate(field)) return cellText(cell);
    return dateOfSerial(cell, this.#list.epoch1904) ?? cellText(cell);
  }

  /**
   * Corrected rows that come back take their places, new ones stand below. How many they are; `null` when it is another
   * list.
   */
  takeBack(returned: ClientList): number | null {
    const back = returnedRows(returned, this.#list);
    if (back === null) return null;
    for (const [source, cells] of back.corrected)
      cells.forEach((cell, column) => this.setCell(source, column, this.#shown(cell, this.#fieldOf(column))));
    let last = 0;
    for (const source of this.#bySource.keys()) last = Math.max(last, source);
    const added = back.added.map((cells, at) => ({ source: last + 1 + at, cells }));
    for (const row of added) this.#bySource.set(row.source, row);
    this.#list = { ...this.#list, rows: [...this.#list.rows, ...added] };
    this.#read = null;
    return back.corrected.size + added.length;
  }

  /** Source rows as they stand, in the columns of the file, with a last column of reasons. */
  withReasons(reasons: ReadonlyMap<number, string>, header: string): Cell[][] {
    const width = this.#list.headers.length;
    const rows = [...reasons]
      .toSorted(([a], [b]) => a - b)
      .map(([source, reason]) => {
        const [row, edits] = [this.#bySource.get(source), this.#edits.get(source)];
        const cells = Array.from({ length: width }, (_cell, column) => {
          const cell = edits?.get(column) ?? row?.cells[column] ?? '';
          if (typeof cell === 'string') return cell.replace(/^="([^"]*)"$/u, '$1');
          return isDate(this.#fieldOf(column)) ? this.#shown(cell, this.#fieldOf(column)) : cell;
        });
        return [...cells, reason];
      });
    return [[...this.#list.headers.map((name) => cellText(name)), header], ...rows];
  }

  /** How the list separates its cells; `;` for a workbook. */
  get delimiter(): Delimiter {
    return DELIMITERS.find((one) => one === this.#list.delimiter) ?? ';';
  }

  #fieldOf(column: number): ListField | null {
    return this.#list.header.mapping[column] ?? null;
  }

  merge(row: RowKey, merge: RowMerge | null): void {
    const merges = new Map(this.#merges);
    if (merge === null) merges.delete(row);
    else merges.set(row, merge);
    this.#merges = merges;
    this.#read = null;
  }
}
