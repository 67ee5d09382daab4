import { PDFDocument, StandardFonts } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlacedField } from '../../../src/core/forms/placed-field';
import { stampAppending } from '../../../workers/pdf/append/stamp-appending';
import type { Pdfium } from '../../../workers/pdf/pdfium';
import { preparePdf } from '../../../workers/pdf/prepare';
import { renderPage } from '../../../workers/pdf/render-page';
import { stampWithLibpdf } from '../../../workers/pdf/stamp-with-libpdf';
import { stampWithPdfLib } from '../../../workers/pdf/stamp-with-pdf-lib';
import { hasPrefix, verifyPrepared } from '../../../workers/pdf/verify-prepared';
import { qpdf } from '../../fixtures/generate/qpdf';
import { owned } from '../../fixtures/generate/zoo/zoo-file';
import { nodePdfium } from './node-pdfium';
import { qpdfCheck } from './qpdf';

const FIELDS: readonly PlacedField[] = [
  { kind: 'signature', signer: 'taxpayer', page: 2, rect: [40.5, 113.25, 190, 28] },
  { kind: 'time', part: 'hh', signer: 'taxpayer', page: 2, rect: [449, 89, 22, 14] },
  { kind: 'date', signer: 'taxpayer', page: 1, rect: [330, 89, 72, 14] },
];

let pdfium: Pdfium;
beforeAll(async () => {
  pdfium = await nodePdfium();
});

async function twoPages(useObjectStreams: boolean, withForm = false): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of ['SPÉCIMEN FICTIF 1', 'SPÉCIMEN FICTIF 2']) {
    document.addPage([612, 792]).drawText(text, { x: 40, y: 700, size: 12, font });
  }
  if (withForm) {
    const field = document.getForm().createTextField('ImpotSync_time_hh_taxpayer_1');
    field.addToPage(document.getPage(0), { x: 10, y: 10, width: 50, height: 20 });
  }
  return new Uint8Array(await document.save({ useObjectStreams }));
}

describe.each([
  ['our own', (bytes: Uint8Array, fields: readonly PlacedField[]) => Promise.resolve(stampAppending(bytes, fields))],
  ['libpdf', stampWithLibpdf],
  ['pdf-lib', stampWithPdfLib],
] as const)('%s', (_, stamp) => {
  it.each([
    ['a classic cross-reference', false, false],
    ['object and cross-reference streams', true, false],
    ['a form of its own, one of whose names is taken', true, true],
  ])('%s: prefix, qpdf clean, fields in their places', async (_name, streams, withForm) => {
    const original = await twoPages(streams, withForm);
    const prepared = await stamp(original, FIELDS);
    expect(hasPrefix(prepared, original)).toBe(true);
    expect(await verifyPrepared(pdfium, original, prepared, FIELDS)).toEqual({ ok: true, value: null });
    expect((await qpdfCheck(prepared)).code).toBe(0);
    const reopened = await PDFDocument.load(prepared);
    const names = reopened
      .getForm()
      .getFields()
      .map((field) => field.getName());
    expect(names.filter((name) => name.startsWith('ImpotSync_'))).toEqual([
      ...(withForm ? ['ImpotSync_time_hh_taxpayer_1'] : []),
      'ImpotSync_signature_taxpayer_1',
      `ImpotSync_time_hh_taxpayer_${withForm ? 2 : 1}`,
      'ImpotSync_date_taxpayer_1',
    ]);
  });
});

describe('the check after writing', () => {
  it('a changed first byte is a rewriting', async () => {
    const original = await twoPages(false);
    const prepared = await stampWithLibpdf(original, FIELDS);
    prepared[5] = 0x32;
    expect(await verifyPrepared(pdfium, original, prepared, FIELDS)).toEqual({
      ok: false,
      error: { code: 'pdf/rewritten' },
    });
  });

  it('a field that is not there, not of its kind, or not at its place', async () => {
    const original = await twoPages(false);
    const [signature, time] = FIELDS;
    if (!signature || !time) throw new Error('fixture');
    const failed = { ok: false, error: { code: 'pdf/check-failed' } };
    const prepared = await stampWithLibpdf(original, [signature]);
    expect(await verifyPrepared(pdfium, original, prepared, FIELDS)).toEqual(failed);
    const moved = { ...signature, rect: [41, 113.25, 190, 28] as const };
    expect(await verifyPrepared(pdfium, original, prepared, [moved])).toEqual(failed);
    const elsewhere = { ...signature, page: 1 };
    expect(await verifyPrepared(pdfium, original, prepared, [elsewhere])).toEqual(failed);
    const otherKind = { ...signature, kind: 'date' } as const;
    expect(await verifyPrepared(pdfium, original, prepared, [otherKind])).toEqual(failed);
  });

  it('a page that lost its text', async () => {
    const original = await twoPages(false);
    const other = await PDFDocument.load(original);
    other.removePage(1);
    other.addPage([612, 792]);
    const changed = new Uint8Array(await other.save());
    const joined = new Uint8Array([...original, ...changed]);
    expect(await verifyPrepared(pdfium, original, joined, [])).toMatchObject({ ok: false });
  });
});

it('no field, no change; a page that is not there is refused', async () => {
  const original = await twoPages(true);
  expect(await preparePdf(pdfium, original, [])).toEqual({ ok: true, value: original });
  const nowhere = [{ kind: 'signature', signer: 'taxpayer', page: 3, rect: [0, 0, 10, 10] }] as const;
  expect(await preparePdf(pdfium, original, nowhere)).toEqual({ ok: false, error: { code: 'pdf/check-failed' } });
});

it('an encrypted file whose metadata are clear is refused by its own name, one all encrypted is prepared', async () => {
  const original = await twoPages(false);
  const locked = ['--encrypt', '', 'bureau-fictif', '128', '--use-aes=y'];
  const clear = owned(await qpdf(original, [...locked, '--cleartext-metadata', '--']));
  expect(await preparePdf(pdfium, clear, FIELDS)).toEqual({ ok: false, error: { code: 'pdf/clear-metadata' } });
  expect(await preparePdf(pdfium, owned(await qpdf(original, [...locked, '--'])), FIELDS)).toMatchObject({ ok: true });
});

it('draws a page to scale, opaque, and says when it is not there', async () => {
  const original = await twoPages(true);
  const image = await renderPage(pdfium, original, 2, 2);
  if (!image.ok) throw new Error(image.error.code);
  expect([image.value.width, image.value.height, image.value.pixels.length]).toEqual([1224, 1584, 1224 * 1584 * 4]);
  const dark = image.value.pixels.filter((value, index) => index % 4 === 0 && value < 100).length;
  expect(dark).toBeGreaterThan(100);
  expect(image.value.pixels.every((value, index) => index % 4 !== 3 || value === 255)).toBe(true);
  expect(await renderPage(pdfium, original, 0, 1)).toEqual({ ok: false, error: { code: 'pdf/no-such-page' } });
});

it('an instance is dropped after many documents, and the next one works', async () => {
  const original = await twoPages(true);
  for (let count = 0; count < 260; count += 1) {
    const opened = await pdfium.withDocument(original, ({ pageCount }) => pageCount);
    expect(opened).toEqual({ ok: true, value: 2 });
  }
});
