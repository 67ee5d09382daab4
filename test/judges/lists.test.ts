import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRows } from '../../src/core/clients/read-rows';
import { readClientList } from '../../workers/tables/read-client-list';
import { LIST_TRAPS } from '../unit/tables/list-traps-truth';
import { shown } from '../unit/tables/support/shown-client';
import { saveAs } from './libre-office';

const SOURCE = fileURLToPath(new URL('../fixtures/traps/same-list.xlsx', import.meta.url));
/** LibreOffice's filters. CSV: `;`, quotes where needed, UTF-8, as shown. */
const FORMATS = {
  xlsx: 'Calc MS Excel 2007 XML',
  xls: 'MS Excel 97',
  ods: 'calc8',
  csv: 'Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false',
} as const;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'judges-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(Object.entries(FORMATS))('the list that LibreOffice saves as %s gives the same rows', (extension, filter) => {
  const bytes = new Uint8Array(readFileSync(saveAs(SOURCE, extension, join(folder, extension), filter)));
  const software = extension === 'csv' ? 'dt-max' : 'taxprep';
  const list = readClientList(bytes, software, 'individuals');
  if (!list.ok) throw new Error(list.error.code);
  const { header, headers, rows, epoch1904, kind } = list.value;
  expect(kind).toBe(extension);
  const read = readRows({
    clientType: 'individuals',
    mapping: header.mapping,
    headers,
    rows,
    epoch1904,
    scope: software,
    today: '2026-03-16',
  });
  expect(read.map(shown)).toEqual(LIST_TRAPS.find(({ file }) => file === `same-list.${extension}`)?.rows);
});
