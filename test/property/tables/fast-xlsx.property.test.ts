import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { openXlsxFast } from '../../../workers/tables/fast-xlsx';
import { openWithSheetJs } from '../../../workers/tables/open-with-sheetjs';
import type { OpenedBook } from '../../../workers/tables/opened-book';
import { unpackWorkbook } from '../../../workers/tables/unpack-workbook';

const plain = ({ epoch1904, sheets }: OpenedBook) => ({
  epoch1904,
  sheets: sheets.map(({ name, hidden, rows, facts }) => ({ name, hidden, rows, facts: facts() })),
});

/** What both readers make of the bytes; `fast` is `null` when the fast one leaves them to SheetJS. */
function both(bytes: Uint8Array) {
  const parts = unpackWorkbook(bytes);
  if (!parts) return null;
  const fast = openXlsxFast(parts);
  const slow = openWithSheetJs(parts);
  return { fast: fast && plain(fast), slow: slow.ok ? plain(slow.value) : null };
}

const ROOT = new URL('../../../', import.meta.url);
const files = [
  ...readdirSync(new URL('test/fixtures/traps/', ROOT))
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => `test/fixtures/traps/${name}`),
  'public/fictif/clients-taxprep.xlsx',
];

describe('the fast reader of .xlsx and SheetJS', () => {
  it.each(files)('agree on %s', (file) => {
    const read = both(new Uint8Array(readFileSync(new URL(file, ROOT))));
    if (read?.fast) expect(read.fast).toEqual(read.slow);
  });

  it('the fast one does read an ordinary list', () => {
    expect(
      both(new Uint8Array(readFileSync(new URL('public/fictif/clients-taxprep.xlsx', ROOT))))?.fast,
    ).not.toBeNull();
  });

  it('agree on any sheet that is written, and on a damaged one', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aé &<>"\'_x0D;\n\t1,0-œ’ '), maxLength: 8 });
    const cell = fc.oneof(
      text,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
      fc.boolean(),
    );
    const sheet = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });
    const options = fc.record({
      bookSST: fc.boolean(),
      hidden: fc.nat(7),
      at: fc.nat(),
      to: fc.string({ maxLength: 3 }),
      damage: fc.boolean(),
    });
    let fastReads = 0;
    fc.assert(
      fc.property(sheet, sheet, options, (first, second, { bookSST, hidden, at, to, damage }) => {
        const sheets = [first, second].map((rows) => utils.aoa_to_sheet(rows));
        const book = utils.book_new(sheets[0], 'A & B');
        if (sheets[1]) utils.book_append_sheet(book, sheets[1], 'Deux');
        const rowsOf = sheets[0];
        if (rowsOf && rowsOf['!ref']) {
          rowsOf['!rows'] = Array.from({ length: 8 }, (_row, index) => ({ hidden: index === hidden }));
          rowsOf['!cols'] = Array.from({ length: 8 }, (_column, index) => ({ hidden: index === hidden }));
        }
        const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST }) as ArrayBuffer);
        const parts = { ...unpackWorkbook(bytes) };
        const part = 'xl/worksheets/sheet1.xml';
        const content = parts[part];
        if (damage && content) {
          const xml = new TextDecoder().decode(content);
          const cut = at % xml.length;
          parts[part] = new TextEncoder().encode(xml.slice(0, cut) + to + xml.slice(cut + to.length));
        }
        const fast = openXlsxFast(parts);
        if (!fast) return;
        fastReads++;
        const slow = openWithSheetJs(parts);
        // A damaged sheet that the fast one still takes must read the same: nothing is guessed.
        if (!damage) expect(plain(fast)).toEqual(slow.ok ? plain(slow.value) : null);
      }),
      { numRuns: process.env['TEST_LONG'] ? 3_000 : 200 },
    );
    expect(fastReads).toBeGreaterThan(10);
  });
});
