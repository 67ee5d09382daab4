import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ClientType, Software } from '../../../src/core/clients/client';
import { readRows } from '../../../src/core/clients/read-rows';
import { ClientsSession } from '../../../workers/clients/clients-session';
import { MOST_LIST_BYTES, readClientList } from '../../../workers/tables/read-client-list';
import { LIST_TRAPS } from './list-traps-truth';
import { shown } from './support/shown-client';

const trap = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/traps/${name}`, import.meta.url)));

function read(name: string, software: Software, clientType: ClientType) {
  const list = readClientList(trap(name), software, clientType);
  if (!list.ok) throw new Error(list.error.code);
  const { header, headers, rows, epoch1904 } = list.value;
  const clients = readRows({
    clientType,
    mapping: header.mapping,
    headers,
    rows,
    epoch1904,
    scope: software,
    today: '2026-03-16',
  });
  return { list: list.value, rows: clients.map(shown) };
}

describe('trap lists are read to the cell', () => {
  it.each(LIST_TRAPS.map((truth) => [truth.file, truth] as const))('%s', (file, truth) => {
    const { list, rows } = read(file, truth.software, truth.clientType);
    expect(rows).toEqual(truth.rows);
    expect([list.encoding, list.delimiter, list.headerRow]).toEqual([truth.encoding, truth.delimiter, truth.headerRow]);
    expect(list.notes).toEqual(truth.notes);
  });

  it('one list as CSV, XLSX, XLS, XLSB and ODS gives the same rows', () => {
    const [first, ...others] = ['csv', 'xlsx', 'xls', 'xlsb', 'ods'].map(
      // A text file is DT Max's, a workbook Taxprep's (product §1.1).
      (extension) => read(`same-list.${extension}`, extension === 'csv' ? 'dt-max' : 'taxprep', 'individuals').rows,
    );
    expect(first).toHaveLength(2);
    for (const rows of others) expect(rows).toEqual(first);
  });

  it('two sheets are lists: the visible one is read, the hidden one can be chosen', () => {
    const list = readClientList(trap('hidden-second-sheet.xlsx'), 'taxprep', 'individuals', [], { sheet: 'Anciens' });
    expect(list.ok && list.value.evidence.sheets).toEqual([
      { name: 'Clients', rows: 3, headers: 7, hidden: false },
      { name: 'Anciens', rows: 2, headers: 7, hidden: true },
    ]);
    expect(list.ok && [list.value.sheet, list.value.evidence.why.sheet, list.value.rows.length]).toEqual([
      'Anciens',
      'chosen',
      1,
    ]);
  });
});

const noProgress = (): void => {};
const session = () => new ClientsSession(() => '2026-03-16');

describe('Taxprep iFirm’s contacts', () => {
  it('are called by their name when DT Max was chosen', () => {
    const list = readClientList(trap('ifirm-contacts.csv'), 'dt-max', 'individuals');
    expect(list).toMatchObject({ ok: false, error: { code: 'import/contacts-export' } });
  });

  it.each([
    ['individuals', 2, 2],
    ['corporations', 2, 2],
  ] as const)('give their %s, the others left for another import', async (clientType, rows, others) => {
    const file = new File([trap('ifirm-contacts.csv')], 'contacts.csv');
    const diagnosis = await session().read({ file, software: 'taxprep', clientType }, noProgress);
    expect(diagnosis).toMatchObject({ ok: true, value: { kind: 'csv', rows } });
    expect(diagnosis.ok && diagnosis.value.notes).toContainEqual({ kind: 'other-type-left', count: others });
  });
});

describe('what is no list, or too much, is refused by name and at once', () => {
  it.each([
    ['bomb.xlsx', { code: 'import/unreadable-xlsx' }],
    ['needs-password.xlsx', { code: 'import/workbook-password' }],
    ['html-named-xls.xls', { code: 'import/wrong-kind', details: { expected: 'xlsx', found: 'html' } }],
    ['apple-numbers.numbers', { code: 'import/wrong-kind', details: { expected: 'xlsx', found: 'numbers' } }],
    ['truncated.xls', { code: 'import/unreadable-xlsx' }],
    ['truncated.xlsb', { code: 'import/unreadable-xlsx' }],
    ['truncated.ods', { code: 'import/unreadable-xlsx' }],
  ])('%s', (name, error) => {
    expect(readClientList(trap(name), 'taxprep', 'individuals')).toEqual({ ok: false, error });
  });

  it('a mixed list', async () => {
    const file = new File([trap('mixed-individuals-and-corporations.csv')], 'mixte.csv');
    expect(await session().read({ file, software: 'dt-max', clientType: 'individuals' }, noProgress)).toEqual({
      ok: false,
      error: { code: 'import/mixed-list', details: { individuals: 8, corporations: 2 } },
    });
  });

  it('a file over 64 MiB is not even read', async () => {
    const file = new File([], 'grand.csv');
    Object.defineProperty(file, 'size', { value: MOST_LIST_BYTES + 1 });
    Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.reject(new Error('it was read')) });
    expect(await session().read({ file, software: 'dt-max', clientType: 'individuals' }, noProgress)).toMatchObject({
      ok: false,
      error: { code: 'import/unreadable-csv', details: { bytes: MOST_LIST_BYTES + 1 } },
    });
  });
});

describe('a decision taken on columns is remembered with them', () => {
  const text = 'No client;Nom;Prénom\r\n1;C\u017deleste;B\r\n';
  const bytes = Uint8Array.from(text, (char) => (char === '\u017d' ? 0x8e : char.charCodeAt(0)));
  const columns = (header: string, field: 'clientNumber' | 'lastName' | 'firstName') => ({ header, field });
  const saved = {
    software: 'dt-max',
    clientType: 'individuals',
    columns: [columns('No client', 'clientNumber'), columns('Nom', 'lastName'), columns('Prénom', 'firstName')],
    reading: { encoding: 'windows-1252', delimiter: ';' },
  } as const;

  it('goes before detection, and a person goes before it', () => {
    const remembered = readClientList(bytes, 'dt-max', 'individuals', [saved]);
    expect(remembered.ok && [remembered.value.encoding, remembered.value.evidence.why]).toEqual([
      'windows-1252',
      { encoding: 'remembered', delimiter: 'remembered', headerRow: 'remembered' },
    ]);
    const chosen = readClientList(bytes, 'dt-max', 'individuals', [saved], { encoding: 'macroman' });
    expect(chosen.ok && [chosen.value.encoding, chosen.value.evidence.why.encoding]).toEqual(['macroman', 'chosen']);
  });

  it('says nothing of other columns', () => {
    const other = new TextEncoder().encode('Nom;Prénom;Courriel\r\nBise;Nord;n@example.com\r\n');
    const list = readClientList(other, 'dt-max', 'individuals', [saved]);
    expect(list.ok && [list.value.encoding, list.value.evidence.why.encoding]).toEqual(['utf-8', 'valid']);
  });
});
