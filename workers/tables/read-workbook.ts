import { appError } from '../../src/core/app-error';
import type { ClientType } from '../../src/core/clients/client';
import { findHeaderRow } from '../../src/core/clients/find-header-row';
import { findSavedHeader, type SavedMapping } from '../../src/core/clients/saved-mapping';
import type { SheetChoice, SheetReason } from '../../src/core/clients/source-reading';
import type { Table } from '../../src/core/clients/table';
import { err, ok, type Result } from '../../src/core/result';
import { openXlsxFast } from './fast-xlsx';
import { openWithSheetJs } from './open-with-sheetjs';
import type { OpenedSheet } from './opened-book';
import type { SheetFacts } from './sheet-facts';
import type { WorkbookKind } from './sniff-kind';
import { unpackWorkbook } from './unpack-workbook';

export interface ReadWorkbook {
  readonly table: Table;
  readonly sheet: string;
  readonly why: SheetReason;
  readonly sheets: readonly SheetChoice[];
  readonly facts: SheetFacts;
}

export interface WorkbookChoice {
  readonly clientType: ClientType;
  readonly saved?: readonly SavedMapping[];
  readonly chosen?: string | undefined;
}

interface Sheet extends SheetChoice {
  readonly table: Table;
  /** The office's mapping that knows its header. */
  readonly saved: SavedMapping | null;
  readonly facts: OpenedSheet['facts'];
}

/**
 * The sheet of a workbook that reads best as a client list: one whose header the office mapped, else most headers known,
 * visible before hidden, the first of equals (the first sheet when none is known). Raw values: numbers stay numbers,
 * dates stay day serials, a formula is its stored value. A `chosen` sheet is taken whatever it holds;
 * `import/unreadable-xlsx` when the book has no such sheet.
 */
export function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  kind: WorkbookKind,
  { clientType, saved = [], chosen }: WorkbookChoice,
): Result<ReadWorkbook> {
  const parts = kind === 'xls' ? null : unpackWorkbook(bytes);
  if (kind !== 'xls' && !parts) return err(appError('import/unreadable-xlsx'));
  const fast = kind === 'xlsx' && parts ? openXlsxFast(parts) : null;
  const book = fast ? ok(fast) : openWithSheetJs(parts ?? bytes);
  if (!book.ok) return book;
  const { epoch1904 } = book.value;
  const sheets = book.value.sheets.map(({ name, hidden, rows, facts }): Sheet => ({
    name,
    table: { rows, epoch1904 },
    rows: rows.length,
    headers: findHeaderRow(rows, clientType)?.score ?? 0,
    hidden,
    saved: findSavedHeader(rows, saved)?.saved ?? null,
    facts,
  }));
  const picked = pickSheet(sheets, chosen);
  if (!picked) return err(appError('import/unreadable-xlsx'));
  const { sheet, why } = picked;
  return ok({
    table: sheet.table,
    sheet: sheet.name,
    why,
    sheets: sheets.map(({ name, rows, headers, hidden }) => ({ name, rows, headers, hidden })),
    facts: sheet.facts(),
  });
}

function pickSheet(
  sheets: readonly Sheet[],
  chosen: string | undefined,
): { readonly sheet: Sheet; readonly why: SheetReason } | null {
  if (chosen !== undefined) {
    const sheet = sheets.find(({ name }) => name === chosen);
    return sheet ? { sheet, why: 'chosen' } : null;
  }
  const remembered =
    sheets.find(({ name, saved }) => saved?.reading?.sheet === name) ?? sheets.find(({ saved }) => saved !== null);
  if (remembered) return { sheet: remembered, why: sheets.length === 1 ? 'only' : 'remembered' };
  const [best] = sheets.toSorted((a, b) => b.headers - a.headers || Number(a.hidden) - Number(b.hidden));
  const first = sheets[0];
  if (!best || !first) return null;
  if (sheets.length === 1) return { sheet: best, why: 'only' };
  return best.headers > 0 ? { sheet: best, why: 'headers' } : { sheet: first, why: 'first' };
}
