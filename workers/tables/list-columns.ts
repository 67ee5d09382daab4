import { cellText } from '../../src/core/clients/cell-text';
import type { ClientType } from '../../src/core/clients/client';
import { mapColumns } from '../../src/core/clients/column-mapping';
import { findHeaderRow } from '../../src/core/clients/find-header-row';
import { findSavedHeader, type SavedMapping } from '../../src/core/clients/saved-mapping';
import { DELIMITERS, type ReadOverrides } from '../../src/core/clients/source-reading';
import type { TableRow } from '../../src/core/clients/table';
import { maskFileName } from '../../src/core/identifiers/mask-file-name';
import type { ListColumn } from '../../src/worker-bridge/clients-worker-api';
import { decodeText } from './decode-text';
import { parseCsv } from './parse-csv';
import { readWorkbook } from './read-workbook';
import { sniffKind, WORKBOOK_KINDS } from './sniff-kind';

const SAMPLE_ROWS = 60;
const SAMPLES = 3;

/**
 * The columns of a list whose header nobody may know yet, for a person to say what they are: what is known already, and
 * up to three different values each (a SIN masked). Empty when the bytes hold no table.
 */
export function listColumns(
  bytes: Uint8Array<ArrayBuffer>,
  clientType: ClientType,
  saved: readonly SavedMapping[],
  overrides: ReadOverrides = {},
): ListColumn[] {
  const rows = tableOf(bytes, clientType, saved, overrides);
  const chosen = rows.findIndex(({ source }) => source === overrides.headerRow);
  const known = chosen < 0 ? (findSavedHeader(rows, saved) ?? findHeaderRow(rows, clientType)) : null;
  const index = chosen < 0 ? (known?.index ?? likelyHeader(rows)) : chosen;
  const header = rows[index];
  if (!header) return [];
  const mapping = known?.mapping ?? mapColumns(header.cells, clientType);
  return header.cells.map((cell, column) => ({
    header: cellText(cell),
    field: mapping[column] ?? null,
    samples: samplesOf(rows.slice(index + 1), column),
  }));
}

function tableOf(
  bytes: Uint8Array<ArrayBuffer>,
  clientType: ClientType,
  saved: readonly SavedMapping[],
  overrides: ReadOverrides,
): readonly TableRow[] {
  const kind = sniffKind(bytes);
  const workbook = WORKBOOK_KINDS.find((one) => one === kind);
  if (workbook) {
    const book = readWorkbook(bytes, workbook, { clientType, saved, chosen: overrides.sheet });
    return book.ok ? book.value.table.rows : [];
  }
  if (kind !== 'text') return [];
  const { text } = decodeText(bytes, overrides.encoding);
  const delimiters = overrides.delimiter === undefined ? DELIMITERS : [overrides.delimiter];
  const candidates = delimiters.map((delimiter) => parseCsv(text, delimiter, SAMPLE_ROWS).rows);
  return candidates.reduce((best, rows) => (evenness(rows) > evenness(best) ? rows : best), []);
}

/** Rows of the commonest width, times the columns: a table is wide and even. */
function evenness(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return Math.max(0, ...[...counts].map(([width, count]) => count * (width - 1)));
}

/** The first row as wide as the table whose cells are all words. */
function likelyHeader(rows: readonly TableRow[]): number {
  const widest = Math.max(0, ...rows.slice(0, SAMPLE_ROWS).map(({ cells }) => filled(cells)));
  return rows.findIndex(
    ({ cells }) => filled(cells) === widest && cells.every((cell) => !/^\s*[\d.,]+\s*$/u.test(String(cell))),
  );
}

const filled = (cells: TableRow['cells']): number => cells.filter((cell) => cellText(cell) !== '').length;

function samplesOf(rows: readonly TableRow[], column: number): string[] {
  const samples = new Set<string>();
  for (const { cells } of rows) {
    const text = cellText(cells[column]);
    if (text !== '') samples.add(maskFileName(text));
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}
