import type { WorkBook, WorkSheet } from 'xlsx';
import type { WorkbookParts } from './unpack-workbook';

/** What a person may not see of the sheet that is read, or may not expect. */
export interface SheetFacts {
  readonly hiddenRows: number;
  /** From 0. */
  readonly hiddenColumns: readonly number[];
  /** Groups of cells merged into one; their text is in the first cell. */
  readonly mergedCells: number;
  /** Cells whose value was computed: the value last stored is read. */
  readonly formulas: number;
  /** Of these, the ones that no spreadsheet ever computed: they read as blank. */
  readonly formulasWithoutValue: number;
}

/** Facts of one sheet. Formulas are counted in `.xlsx` and `.ods` only: the others keep them in binary. */
export function sheetFacts(book: WorkBook, name: string, parts: WorkbookParts | null): SheetFacts {
  const sheet: WorkSheet = book.Sheets[name] ?? {};
  const rows: readonly ({ readonly hidden?: boolean } | null | undefined)[] = sheet['!rows'] ?? [];
  const columns: readonly ({ readonly hidden?: boolean } | null | undefined)[] = sheet['!cols'] ?? [];
  const facts = {
    hiddenRows: rows.filter((row) => row?.hidden === true).length,
    hiddenColumns: columns.flatMap((column, index) => (column?.hidden === true ? [index] : [])),
    mergedCells: sheet['!merges']?.length ?? 0,
    formulas: 0,
    formulasWithoutValue: 0,
  };
  const content = parts?.['content.xml'];
  if (content) return { ...facts, ...factsOfOds(tableOfOds(text(content), name)) };
  const part = parts && xlsxPart(book, name, parts);
  return part ? { ...facts, ...formulasOfXlsx(text(part)) } : facts;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const count = (xml: string, what: RegExp): number => xml.match(what)?.length ?? 0;

/** The XML of a sheet of an `.xlsx`: the workbook names a relation, the relation names the part. */
function xlsxPart(book: WorkBook, name: string, parts: WorkbookParts): Uint8Array | null {
  const sheets: readonly object[] = book.Workbook?.Sheets ?? [];
  const listed = sheets[book.SheetNames.indexOf(name)];
  const relation = listed && 'id' in listed && typeof listed.id === 'string' ? listed.id : null;
  const relations = parts['xl/_rels/workbook.xml.rels'];
  if (relation === null || !relations) return null;
  for (const [element] of text(relations).matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)) {
    if (/\bId="([^"]*)"/u.exec(element)?.[1] !== relation) continue;
    const target = /\bTarget="([^"]*)"/u.exec(element)?.[1] ?? '';
    return parts[target.startsWith('/') ? target.slice(1) : `xl/${target}`] ?? null;
  }
  return null;
}

function formulasOfXlsx(xml: string): Pick<SheetFacts, 'formulas' | 'formulasWithoutValue'> {
  return {
    formulas: count(xml, /<f[\s/>]/gu),
    formulasWithoutValue: count(xml, /(?:<f(?:\s[^<>]*)?\/>|<\/f>)\s*(?:<v\s*\/>|<v><\/v>)?\s*<\/c>/gu),
  };
}

/** An OpenDocument file holds all its sheets in one part. */
function tableOfOds(xml: string, name: string): string {
  const escaped = name.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;').replace(/</gu, '&lt;');
  const at = xml.indexOf(`table:name="${escaped}"`);
  if (at < 0) return '';
  const end = xml.indexOf('</table:table>', at);
  return xml.slice(at, end < 0 ? undefined : end);
}

function factsOfOds(xml: string): Partial<SheetFacts> {
  const HIDDEN = /table:visibility="(?:collapse|filter)"/u;
  let hiddenRows = 0;
  for (const [element] of xml.matchAll(/<table:table-row\s[^>]*>/gu)) {
    // Thousands of blank rows below a list are one element.
    if (HIDDEN.test(element)) hiddenRows += Number(/number-rows-repeated="(\d+)"/u.exec(element)?.[1] ?? 1);
  }
  const hiddenColumns: number[] = [];
  let column = 0;
  for (const [element] of xml.matchAll(/<table:table-column(?:\s[^>]*)?>/gu)) {
    const times = Math.min(Number(/number-columns-repeated="(\d+)"/u.exec(element)?.[1] ?? 1), 16_384);
    if (HIDDEN.test(element)) for (let at = column; at < column + times; at++) hiddenColumns.push(at);
    column += times;
  }
  const formulas = [...xml.matchAll(/<table:table-cell\s[^>]*table:formula=[^>]*>/gu)];
  return {
    hiddenRows,
    hiddenColumns,
    formulas: formulas.length,
    formulasWithoutValue: formulas.filter(([element]) => !/office:(?:\w+-)?value(?:-type)?=/u.test(element)).length,
  };
}
