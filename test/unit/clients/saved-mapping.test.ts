import { describe, expect, it } from 'vitest';
import { readMappings, writeMappings } from '../../../src/core/clients/mapping-file';
import {
  fieldsFor,
  findSavedHeader,
  mappingProblem,
  sameMapping,
  type SavedMapping,
} from '../../../src/core/clients/saved-mapping';
import { newerWins } from '../../../src/core/newer-wins';
import { listColumns } from '../../../workers/tables/list-columns';
import { readClientList } from '../../../workers/tables/read-client-list';

/** Fictitious headers that no alias knows. */
const SAVED: SavedMapping = {
  software: 'dt-max',
  clientType: 'individuals',
  columns: [
    { header: 'Zorbl', field: 'surnameFirst' },
    { header: 'Quux', field: 'email' },
    { header: 'Plim', field: null },
  ],
};
const bytes = (text: string) => new TextEncoder().encode(text);
const LIST = 'Liste fictive\nZorbl,Quux,Plim\n"Alizé, Éloi",eloi@example.com,046454286\n"Bise, Nord",,2\n';

describe('a saved mapping', () => {
  it('reads a list that no alias knows, whatever its delimiter and title rows', () => {
    expect(readClientList(bytes(LIST), 'dt-max', 'individuals').ok).toBe(false);
    const list = readClientList(bytes(LIST), 'dt-max', 'individuals', [SAVED]);
    expect(list.ok && [list.value.delimiter, list.value.headerRow, list.value.header.mapping]).toEqual([
      ',',
      2,
      ['surnameFirst', 'email', null],
    ]);
  });

  it('is known by its set of headers: order, case and accents do not count, a missing column does', () => {
    const at = (cells: string[]) => findSavedHeader([{ source: 1, cells }], [SAVED])?.mapping;
    expect(at(['PLIM', 'zorbl', 'Qüux'])).toEqual([null, 'surnameFirst', 'email']);
    expect(at(['Zorbl', 'Quux'])).toBeUndefined();
    expect(at(['Zorbl', 'Quux', 'Plim', 'Autre'])).toBeUndefined();
  });

  it('goes before the aliases', () => {
    const mapping: SavedMapping = {
      ...SAVED,
      columns: [
        { header: 'Nom', field: 'firstName' },
        { header: 'Prénom', field: 'lastName' },
      ],
    };
    const list = readClientList(bytes('Nom;Prénom\nÉloi;Alizé\n'), 'dt-max', 'individuals', [mapping]);
    expect(list.ok && list.value.header.mapping).toEqual(['firstName', 'lastName']);
  });

  it('needs a name, something beside it, and each field once', () => {
    expect(mappingProblem(['email', 'sin'])).toBe('no-name');
    expect(mappingProblem(['name', null])).toBe('name-alone');
    expect(mappingProblem(['name', 'email', 'email'])).toBe('twice');
    expect(mappingProblem(['name', 'email', null])).toBeNull();
    expect(fieldsFor('corporations')).not.toContain('spouseSin');
    expect(fieldsFor('individuals')).not.toContain('officerName');
  });
});

describe('the columns shown to map', () => {
  it('unknown headers with samples, a SIN masked', () =>
    expect(listColumns(bytes(LIST), 'individuals', [])).toEqual([
      { header: 'Zorbl', field: null, samples: ['Alizé, Éloi', 'Bise, Nord'] },
      { header: 'Quux', field: null, samples: ['eloi@example.com'] },
      { header: 'Plim', field: null, samples: ['••• ••• 286', '2'] },
    ]));

  it('what is known is already chosen; no table, no column', () => {
    const known = listColumns(bytes('Nom;Prénom;Humeur\nAlizé;Éloi;bonne\n'), 'individuals', []);
    expect(known.map(({ field }) => field)).toEqual(['lastName', 'firstName', null]);
    expect(listColumns(bytes(''), 'individuals', [])).toEqual([]);
    expect(listColumns(bytes('%PDF-1.7'), 'individuals', [])).toEqual([]);
  });
});

describe('a file of mappings', () => {
  it('comes back as it was', () => expect(readMappings(writeMappings([SAVED]))).toEqual({ ok: true, value: [SAVED] }));

  it.each([
    ['not JSON', '{', 'mapping/unreadable-file'],
    ['another file', '{"version":1}', 'mapping/unreadable-file'],
    ['a newer version', writeMappings([]).replace('"version": 1', '"version": 2'), 'mapping/newer-version'],
    [
      'a field of the other type',
      writeMappings([SAVED]).replace('"email"', '"officerName"'),
      'mapping/unreadable-file',
    ],
    ['no name column', writeMappings([SAVED]).replace('"surnameFirst"', 'null'), 'mapping/unreadable-file'],
    ['another software', writeMappings([SAVED]).replace('dt-max', 'autre'), 'mapping/unreadable-file'],
  ])('%s is refused whole', (_what, text, code) => {
    const read = readMappings(text);
    expect(!read.ok && read.error.code).toBe(code);
  });

  it('the newer mapping of one header set replaces the older', () => {
    const newer = {
      ...SAVED,
      columns: SAVED.columns.map((column) => ({ ...column, header: column.header.toUpperCase() })),
    };
    expect(newerWins([SAVED], [newer], sameMapping)).toEqual([newer]);
    const other = { ...SAVED, software: 'taxprep' } as const;
    expect(newerWins<SavedMapping>([SAVED], [other], sameMapping)).toEqual([SAVED, other]);
  });
});
