import { applyEdits, NO_EDITS, withCell, type CellEdits } from '../../src/core/clients/cell-edits';
import { cellText } from '../../src/core/clients/cell-text';
import type { ClientType, Software } from '../../src/core/clients/client';
import type { JudgedRow } from '../../src/core/clients/duplicates';
import type { ListField } from '../../src/core/clients/list-field';
import type { RowMerge } from '../../src/core/clients/merge-rows';
import { DATE_FIELDS } from '../../src/core/clients/read-date';
import { readRows } from '../../src/core/clients/read-rows';
import type { RowKey } from '../../src/core/clients/row-key';
import type { Cell } from '../../src/core/clients/table';
import { maskSin } from '../../src/core/identifiers/masking';
import { dateOfSerial } from '../../src/core/identifiers/date';
import type { SourceCell } from '../../src/worker-bridge/clients-worker-api';
import type { ClientList } from '../tables/client-list';

const SIN_FIELDS: readonly ListField[] = ['sin', 'spouseSin'];

export interface DraftOptions {
  readonly software: Software;
  readonly clientType: ClientType;
  /** ISO date. */
  readonly today: string;
}

/** A list as read, and what was corrected in it since: cells and merged rows. The file itself stays as it is. */
export class ListDraft {
  readonly list: ClientList;
  readonly #options: DraftOptions;
  #ownTypeOnly = false;
  #edits: CellEdits = NO_EDITS;
  #merges: ReadonlyMap<RowKey, RowMerge> = new Map();

  constructor(list: ClientList, options: DraftOptions) {
    this.list = list;
    this.#options = options;
  }

  rows(): JudgedRow[] {
    const { header, headers, rows, epoch1904 } = this.list;
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
    });
    if (!this.#ownTypeOnly) return read;
    return read.filter(({ client }) => (client.kind === 'individual') === (clientType === 'individuals'));
  }

  /** Rows of the other type of client are for another import. */
  leaveOtherTypes(): void {
    this.#ownTypeOnly = true;
  }

  /** Rows with a corrected cell, by source row. */
  edited(): ReadonlySet<number> {
    return new Set(this.#edits.keys());
  }

  /** The cells of a source row, as they stand and as the file has them. Columns without a header are left out. */
  cells(source: number): SourceCell[] {
    const row = this.list.rows.find((candidate) => candidate.source === source);
    const edits = this.#edits.get(source);
    return this.list.headers.flatMap((header, column) => {
      const name = cellText(header);
      if (name === '') return [];
      const field = this.list.header.mapping[column] ?? null;
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
    const row = this.list.rows.find((candidate) => candidate.source === source);
    if (!row) return;
    const kept = this.#shown(row.cells[column], this.list.header.mapping[column] ?? null) === text?.trim();
    this.#edits = withCell(this.#edits, source, column, kept || text === null ? null : text.trim());
  }

  /** A workbook's date is a number of days: shown as the date it stands for. */
  #shown(cell: Cell | undefined, field: ListField | null): string {
    if (typeof cell !== 'number' || field === null || !DATE_FIELDS.includes(field)) return cellText(cell);
    return dateOfSerial(cell, this.list.epoch1904) ?? cellText(cell);
  }

  merge(row: RowKey, merge: RowMerge | null): void {
    const merges = new Map(this.#merges);
    if (merge === null) merges.delete(row);
    else merges.set(row, merge);
    this.#merges = merges;
  }
}
