import { cellText } from './cell-text';
import { headerLookup, type ColumnMapping } from './column-mapping';
import type { ClientType } from './client';
import { isRepeatedHeader } from './repeated-header';
import type { ListField } from './list-field';
import { normaliseHeader } from './normalise-header';
import type { SourceNote } from './source-note';
import type { Cell, TableRow } from './table';
import { isTotalRow } from './total-row';

export interface TableNotesRequest {
  readonly clientType: ClientType;
  readonly mapping: ColumnMapping;
  readonly headers: readonly Cell[];
  readonly rows: readonly TableRow[];
  /** Rows above the header with something in them. */
  readonly titleRows: number;
  readonly epoch1904: boolean;
  /** A workbook tells numbers from text; in a CSV everything is text. */
  readonly typed: boolean;
}

/** Digits that a spreadsheet takes for a number, and loses the leading zero of. */
const DIGIT_FIELDS: readonly ListField[] = [
  'sin',
  'spouseSin',
  'businessNumber',
  'enterpriseNumber',
  'phone',
  'homePhone',
  'workPhone',
  'mobilePhone',
  'clientNumber',
];
/** What a spreadsheet keeps as a number when it is a real date. */
const DATE_FIELDS: readonly ListField[] = ['birthDate', 'spouseBirthDate', 'deathDate', 'yearEnd'];

/** What is odd in a table once its header is known. */
export function tableNotes(request: TableNotesRequest): SourceNote[] {
  const { headers, mapping, rows, titleRows, epoch1904, typed } = request;
  const last = lastFilled(headers);
  let [repeated, totals, wide, damaged] = [0, 0, 0, 0];
  // A row of a long list is split into its cells when asked for: once here.
  const body: (readonly Cell[])[] = [];
  const unnamed = new Set(headers.flatMap((header, column) => (cellText(header) === '' ? [column] : [])));
  for (const { cells } of rows) {
    if (isRepeatedHeader(cells, headers)) repeated++;
    else if (isTotalRow(cells)) totals++;
    else {
      if (typed) body.push(cells);
      if (isFilledBeyond(cells, last)) wide++;
      if (cells.some((cell) => typeof cell === 'string' && cell.includes('\ufffd'))) damaged++;
      for (const column of unnamed) if (cellText(cells[column]) !== '') unnamed.delete(column);
    }
  }
  const named = (columns: readonly number[]): string[] => [...new Set(columns.map((at) => cellText(headers[at])))];
  const columnsOf = (fields: readonly ListField[], type: 'string' | 'number'): number[] =>
    mapping.flatMap((field, column) =>
      field !== null && fields.includes(field) && body.some((cells) => isOf(type, cells[column])) ? [column] : [],
    );
  const counted: readonly (readonly [Extract<SourceNote, { count: number }>['kind'], number])[] = [
    ['title-rows', titleRows],
    ['repeated-headers', repeated],
    ['total-rows', totals],
    ['blank-columns', unnamed.size],
    ['wide-rows', wide],
    ['damaged-text', damaged],
  ];
  const listed: readonly (readonly [Extract<SourceNote, { headers: unknown }>['kind'], string[]])[] = [
    ['same-header', named(sameHeader(headers))],
    ['same-field', named(sameField(request))],
    ['digits-as-number', typed ? named(columnsOf(DIGIT_FIELDS, 'number')) : []],
    ['dates-as-text', typed ? named(columnsOf(DATE_FIELDS, 'string')) : []],
  ];
  return [
    ...counted.flatMap(([kind, count]) => (count > 0 ? [{ kind, count }] : [])),
    ...listed.flatMap(([kind, list]) => (list.length > 0 ? [{ kind, headers: list }] : [])),
    ...(epoch1904 ? [{ kind: 'dates-1904' } as const] : []),
  ];
}

const isOf = (type: 'string' | 'number', cell: Cell | undefined): boolean =>
  typeof cell === type && cellText(cell) !== '';

const isFilledBeyond = (cells: readonly Cell[], last: number): boolean =>
  cells.length > last + 1 && cells.slice(last + 1).some((cell) => cellText(cell) !== '');

const lastFilled = (cells: readonly Cell[]): number => cells.findLastIndex((cell) => cellText(cell) !== '');

/** Columns whose header another column to their left has, word for word. */
function sameHeader(headers: readonly Cell[]): number[] {
  const seen = new Set<string>();
  return headers.flatMap((header, column) => {
    const key = normaliseHeader(String(header));
    if (key === '' || !seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [column];
  });
}

/** Columns left aside because another, better named, holds the same field. */
function sameField({ headers, mapping, clientType }: TableNotesRequest): number[] {
  const lookUp = headerLookup(clientType);
  const left = new Set(sameHeader(headers));
  return headers.flatMap((header, column) => {
    if (mapping[column] !== null || left.has(column)) return [];
    const field = lookUp(header)?.field;
    return field !== undefined && mapping.includes(field) ? [column] : [];
  });
}
