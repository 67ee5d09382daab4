import { beforeAll, describe, expect, it } from 'vitest';
import type { DocumentRow } from '../../../src/core/documents/document-row';
import type { RowId } from '../../../src/core/ids';
import { ok } from '../../../src/core/result';
import { readDocument } from '../../../workers/documents/read-document';
import type { ReadContext } from '../../../workers/documents/read-document';
import { fixture, officeDirectory, traps } from './fictitious-office';
import type { Trap } from './fictitious-office';
import { nodePdfium } from './node-pdfium';
import { officeKey } from './office-key';

let context: ReadContext;
beforeAll(async () => {
  const options = { form: 'by-content', naming: 'detect', taxYear: 2025 } as const;
  context = {
    pdfium: await nodePdfium(),
    directory: officeDirectory(),
    deliveryKey: await officeKey(),
    delivered: new Map(),
    options,
  };
});

async function rowOf(trap: Trap, options: Partial<ReadContext['options']> = {}): Promise<DocumentRow> {
  const bytes = fixture(`test/fixtures/traps/${trap.file}`);
  const source = { name: trap.sendAs ?? trap.file, size: bytes.length, refusal: null, read: async () => ok(bytes) };
  const asked = { ...context, options: { ...context.options, ...options } };
  return (await readDocument('row' as RowId, source, asked)).row;
}

const trapNamed = (file: string): Trap => {
  const trap = traps.find((it) => it.file === file);
  if (!trap) throw new Error(`no trap ${file}`);
  return trap;
};

const pdfTraps = traps.filter(({ file }) => file.endsWith('.pdf'));

describe('refusals by name', () => {
  it.each(pdfTraps.filter(({ refusal }) => refusal))('$file → $refusal', async (trap) => {
    expect(await rowOf(trap)).toMatchObject({ status: 'refused', refusal: { code: trap.refusal } });
  });

  it('a rebuilt cross-reference is damage: nothing can be appended to it', async () => {
    expect(await rowOf(trapNamed('broken-xref.pdf'))).toMatchObject({ refusal: { code: 'pdf/damaged' } });
  });

  it('an owner password alone opens', async () => {
    const row = await rowOf({
      ...trapNamed('owner-password-only.pdf'),
      sendAs: '920817483 - Maxime Desormeaux-Pic.pdf',
    });
    expect(row).toMatchObject({ status: 'blocked', refusal: null, concordance: { grade: 'full' } });
  });

  it('a refused file that opens still says what it is', async () => {
    expect(await rowOf(trapNamed('xfa.pdf'))).toMatchObject({
      refusal: { code: 'pdf/xfa' },
      file: { traits: { xfa: true, encrypted: false } },
    });
    expect((await rowOf(trapNamed('not-a-pdf.pdf'))).file).toBeUndefined();
  });
});

describe('places, in default user space', () => {
  it.each(pdfTraps.filter(({ expectedFields }) => expectedFields))('$file', async (trap) => {
    const { placement } = await rowOf(trap);
    const fields = placement.kind === 'placed' ? placement.fields : [];
    for (const expected of trap.expectedFields ?? []) {
      const found = fields.find(({ kind, part }) => kind === expected.kind && part === expected.part);
      expect([found?.rect[0], found?.rect[1]]).toEqual([expect.closeTo(expected.x, 1), expect.closeTo(expected.y, 1)]);
    }
  });

  it('fields of a page turned by its printer lie on their side', async () => {
    const { placement } = await rowOf(trapNamed('rotated-90.pdf'));
    const [signature] = placement.kind === 'placed' ? placement.fields : [];
    expect(signature?.rect.map(Math.round)).toEqual([651, 40, 28, 190]);
  });

  it('a blank date gets a field over its label, a printed one none', async () => {
    const { placement } = await rowOf(trapNamed('t183-blank-date.pdf'));
    const dates = placement.kind === 'placed' ? placement.fields.filter(({ kind }) => kind === 'date') : [];
    expect(dates.map(({ rect }) => rect.map(Math.round))).toEqual([[330, 89, 72, 14]]);
  });

  it('anchor and table apart by more than 6 points: not sendable', async () => {
    const row = await rowOf(trapNamed('t183-moved-signature.pdf'));
    expect(row.placement).toEqual({ kind: 'unplaced', reason: 'disagreement' });
    expect(row.status).toBe('blocked');
  });

  it('no label at all: the table of its year and page size, said as such', async () => {
    expect((await rowOf(trapNamed('t183-no-labels.pdf'))).placement).toMatchObject({ kind: 'placed', basis: 'table' });
  });
});

describe('whose it is', () => {
  it.each([
    ['t183-of-another-client.pdf', 'blocked', 'contradiction'],
    ['t183-of-the-spouse.pdf', 'blocked', 'contradiction'],
    ['t183-two-people.pdf', 'blocked', 'contradiction'],
    ['t183-masked-of-another.pdf', 'blocked', 'contradiction'],
    ['t183-unknown-person.pdf', 'unmatched', 'none'],
    // The file name says only the name, in no nomenclature: it is read all the same, and the postal code agrees.
    ['t183-no-sin.pdf', 'ready', 'name-and-postal-code'],
  ] as const)('%s → %s', async (file, status, grade) => {
    const row = await rowOf(trapNamed(file));
    expect([row.status, row.concordance.grade]).toEqual([status, grade]);
  });

  it('the mis-collated page is named', async () => {
    const { concordance } = await rowOf(trapNamed('t183-two-people.pdf'));
    expect(concordance.evidence).toContainEqual({ code: 'foreign-sin', supports: false, page: 2 });
    expect(concordance.evidence).toContainEqual({ code: 'content-sin', supports: true, page: 1 });
  });
});

describe('what it is', () => {
  it('a TP-1000.TE where T183s were chosen is the wrong form', async () => {
    const row = await rowOf(trapNamed('tp-1000-te.pdf'), { form: 'T183' });
    expect(row).toMatchObject({
      form: 'TP-1000.TE',
      status: 'blocked',
      placement: { kind: 'placed', basis: 'anchor', calibrated: false },
    });
    expect(row.issues).toContainEqual({ code: 'wrong-form', severity: 'block', page: 1 });
  });

  it('another year than chosen is asked about', async () => {
    const row = await rowOf(trapNamed('t183-2024.pdf'));
    expect(row).toMatchObject({ taxYear: 2024, status: 'check', placement: { basis: 'anchor' } });
    expect(row.issues).toContainEqual({ code: 'wrong-year', severity: 'check' });
  });

  it('an internal page stops the document', async () => {
    const row = await rowOf(trapNamed('internal-notes-page.pdf'));
    expect(row.status).toBe('blocked');
    expect(row.issues).toContainEqual({ code: 'internal-page', severity: 'block', page: 2 });
  });

  it('a scan says nothing, and nothing is guessed for it', async () => {
    const row = await rowOf(
      { ...trapNamed('scan-no-text.pdf'), sendAs: '920817483 - Maxime Desormeaux-Pic.pdf' },
      { form: 'T183' },
    );
    expect(row).toMatchObject({ status: 'blocked', placement: { kind: 'unplaced' }, concordance: { grade: 'none' } });
    expect(row.issues.map(({ code }) => code)).toContain('no-text');
  });

  it('a signed PDF is noted as such', async () => {
    const row = await rowOf(trapNamed('already-signed.pdf'));
    expect(row.issues).toContainEqual({ code: 'already-signed', severity: 'note' });
  });
});
