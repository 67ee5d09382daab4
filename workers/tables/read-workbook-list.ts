import { appError } from '../../src/core/app-error';
import type { ClientType } from '../../src/core/clients/client';
import { cellText } from '../../src/core/clients/cell-text';
import { isContactsHeader } from '../../src/core/clients/contacts-export';
import type { SavedMapping } from '../../src/core/clients/saved-mapping';
import type { ReadOverrides } from '../../src/core/clients/source-reading';
import type { SourceNote } from '../../src/core/clients/source-note';
import { err, ok, type Result } from '../../src/core/result';
import type { ClientList } from './client-list';
import { readWorkbook } from './read-workbook';
import type { WorkbookKind } from './sniff-kind';
import { underHeader } from './under-header';
import type { SheetFacts } from './sheet-facts';

export interface WorkbookListRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly kind: WorkbookKind;
  readonly clientType: ClientType;
  readonly saved: readonly SavedMapping[];
  readonly overrides: ReadOverrides;
}

/** A workbook → the rows of the sheet that is a client list. Errors: those of `readClientList`. */
export function readWorkbookList({
  bytes,
  kind,
  clientType,
  saved,
  overrides,
}: WorkbookListRequest): Result<ClientList> {
  const book = readWorkbook(bytes, kind, { clientType, saved, chosen: overrides.sheet });
  if (!book.ok) return book;
  const { table, sheet, sheets, why, facts } = book.value;
  if (table.rows.length === 0) return err(appError('import/empty-file'));
  const list = underHeader({ table, clientType, saved, chosenRow: overrides.headerRow, typed: true });
  if (!list.ok) return list;
  const { why: headerWhy, firstRows, ...under } = list.value;
  return ok({
    kind,
    sheet,
    ...under,
    notes: [...under.notes, ...factNotes(facts, under.headers.map(cellText))],
    contacts: isContactsHeader(under.headers),
    evidence: { why: { sheet: why, headerRow: headerWhy }, delimiters: [], sheets, firstRows },
  });
}

function factNotes(facts: SheetFacts, headers: readonly string[]): SourceNote[] {
  const { hiddenRows, hiddenColumns, mergedCells, formulas, formulasWithoutValue } = facts;
  const hidden = hiddenColumns.flatMap((column) => headers[column] || []);
  return [
    ...(hidden.length > 0 ? [{ kind: 'hidden-columns', headers: hidden } as const] : []),
    ...(
      [
        ['hidden-rows', hiddenRows],
        ['merged-cells', mergedCells],
        ['formulas', formulas],
        ['formulas-without-value', formulasWithoutValue],
      ] as const
    ).flatMap(([kind, count]) => (count > 0 ? [{ kind, count }] : [])),
  ];
}
