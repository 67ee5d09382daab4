import { beforeAll, describe, expect, it } from 'vitest';
import type { RowId } from '../../../src/core/ids';
import { readArchive } from '../../../workers/archive/read-archive';
import { SlabReader } from '../../../workers/archive/slab-reader';
import { readDocument } from '../../../workers/documents/read-document';
import type { ReadContext } from '../../../workers/documents/read-document';
import { fixture, officeDirectory, specimens } from './fictitious-office';
import type { Specimen } from './fictitious-office';
import { nodePdfium } from './node-pdfium';
import { officeKey } from './office-key';

const ARCHIVES = {
  't183-2025.zip': 'public/fictif/t183-2025.zip',
  't183-2023.zip': 'test/fixtures/t183-2023.zip',
} as const;

describe.each([
  ['t183-2025.zip', 2025, 25],
  ['t183-2023.zip', 2023, 5],
] as const)('%s', (archive, taxYear, count) => {
  let context: ReadContext;
  beforeAll(async () => {
    const options = { form: 'T183', naming: 'detect', taxYear } as const;
    context = {
      pdfium: await nodePdfium(),
      directory: officeDirectory(),
      deliveryKey: await officeKey(),
      delivered: new Map(),
      options,
    };
  });

  it('reads every form: right client, year, pages and places, the misplaced SIN alone blocked', async () => {
    const listed = await readArchive(new Blob([fixture(ARCHIVES[archive])]), new SlabReader());
    const documents = listed.ok ? listed.value : [];
    expect(documents).toHaveLength(count);
    for (const document of documents) {
      const { row } = await readDocument('row' as RowId, document, context);
      const truth = specimens.find((it) => it.archive === archive && it.fileName === document.name) as Specimen;
      expect(row).toMatchObject({
        naming: truth.naming,
        form: 'T183',
        taxYear,
        client: { id: truth.person },
        status: truth.foreignSinOwner === null ? 'ready' : 'blocked',
      });
      expect(row.pages).toHaveLength(truth.pages);
      expect(row.placement).toMatchObject({ kind: 'placed', basis: 'anchor-and-table', calibrated: false });
      const fields = row.placement.kind === 'placed' ? row.placement.fields : [];
      expect(fields).toHaveLength(truth.expectedFields.length);
      for (const expected of truth.expectedFields) {
        const found = fields.find((field) => field.kind === expected.kind && field.part === expected.part);
        expect(found?.page).toBe(expected.page);
        expect(Math.abs((found?.rect[0] ?? 0) - expected.x)).toBeLessThanOrEqual(0.05);
        expect(Math.abs((found?.rect[1] ?? 0) - expected.y)).toBeLessThanOrEqual(0.05);
      }
    }
  });

  it('grades by what the content shows of the SIN', async () => {
    const listed = await readArchive(new Blob([fixture(ARCHIVES[archive])]), new SlabReader());
    for (const document of listed.ok ? listed.value : []) {
      const { row } = await readDocument('row' as RowId, document, context);
      const truth = specimens.find((it) => it.archive === archive && it.fileName === document.name) as Specimen;
      const { grade } = row.concordance;
      if (truth.foreignSinOwner !== null) expect(grade).toBe('contradiction');
      else expect(grade, truth.sinStyle).toBe(truth.sinStyle === 'full' ? 'full' : 'masked');
    }
  });
});

it('the literals of the domain facts are what the 2025 and 2023 forms give', async () => {
  const places = async (archive: keyof typeof ARCHIVES, taxYear: number) => {
    const options = { form: 'by-content', naming: 'detect', taxYear } as const;
    const context = {
      pdfium: await nodePdfium(),
      directory: officeDirectory(),
      deliveryKey: await officeKey(),
      delivered: new Map(),
      options,
    };
    const listed = await readArchive(new Blob([fixture(ARCHIVES[archive])]), new SlabReader());
    const [first] = listed.ok ? listed.value : [];
    if (!first) throw new Error('the fixture has no entry');
    const { row } = await readDocument('row' as RowId, first, context);
    const fields = row.placement.kind === 'placed' ? row.placement.fields : [];
    return fields.map(({ kind, part, rect }) => [kind, part, ...rect.map((value) => Math.round(value))]);
  };
  expect(await places('t183-2025.zip', 2025)).toEqual([
    ['signature', undefined, 40, 113, 190, 28],
    ['time', 'hh', 449, 89, 22, 14],
    ['time', 'mm', 476, 89, 22, 14],
    ['time', 'ss', 501, 89, 22, 14],
  ]);
  expect(await places('t183-2023.zip', 2023)).toEqual([
    ['signature', undefined, 40, 72, 190, 26],
    ['time', 'hh', 436, 49, 22, 14],
    ['time', 'mm', 462, 49, 22, 14],
    ['time', 'ss', 486, 49, 22, 14],
  ]);
});
