import { beforeAll, describe, expect, it } from 'vitest';
import type { PlacedField } from '../../../src/core/forms/placed-field';
import { appendSection } from '../../../workers/pdf/append/append-section';
import { ObjectSource } from '../../../workers/pdf/append/object-source';
import { onlyAppends } from '../../../workers/pdf/append/only-appends';
import { stampAppending } from '../../../workers/pdf/append/stamp-appending';
import { headerOf } from '../../../workers/pdf/header-of';
import { inspectPdf } from '../../../workers/pdf/inspect';
import type { OpenDocument, Pdfium } from '../../../workers/pdf/pdfium';
import { preparePdf } from '../../../workers/pdf/prepare';
import { readPlainPages } from '../../../workers/pdf/read-plain-pages';
import { readWidgets } from '../../../workers/pdf/read-widgets';
import { samePages } from '../../../workers/pdf/same-pages';
import { stampWithLibpdf } from '../../../workers/pdf/stamp-with-libpdf';
import { verifyPrepared } from '../../../workers/pdf/verify-prepared';
import { npmZoo } from '../../fixtures/generate/zoo/npm-zoo';
import { stream, streamPdf, tablePdf } from '../../fixtures/generate/zoo/raw-pdf';
import { owned } from '../../fixtures/generate/zoo/zoo-file';
import { nodePdfium } from './node-pdfium';

let pdfium: Pdfium;
beforeAll(async () => {
  pdfium = await nodePdfium();
});

const FIELDS: readonly PlacedField[] = [
  { kind: 'signature', signer: 'taxpayer', page: 1, rect: [40.5, 113.25, 190, 28] },
  { kind: 'time', part: 'hh', signer: 'taxpayer', page: 1, rect: [449, 89, 22, 14] },
];

const all = async (bytes: Uint8Array) => {
  const read = (document: OpenDocument) => ({
    pages: readPlainPages(document),
    widgets: readWidgets(
      document,
      Array.from({ length: document.pageCount }, (_, index) => index + 1),
    ),
  });
  const opened = await pdfium.withDocument(bytes, read);
  if (!opened.ok) throw new Error(opened.failure);
  return opened.value;
};

/** A page that is twice in its document gets its fields twice, and a count may lie: all is read there, as of libpdf's. */
const ALL_READ = ['hand-page-twice.pdf', 'hand-count-of-billions.pdf'];

describe('on the whole zoo, beside libpdf', () => {
  it('same text, same fields at the same places, and nothing but the annotations of the page is touched', async () => {
    let taken = 0;
    for (const { file, bytes } of await npmZoo()) {
      const inspected = await inspectPdf(pdfium, bytes);
      if (!inspected.ok || inspected.value.signed) continue;
      const from = bytes.subarray(headerOf(bytes));
      const ours = attempt(() => stampAppending(from, FIELDS));
      if (ours === null) continue;
      const theirs = await stampWithLibpdf(from, FIELDS).catch(() => null);
      const [before, after] = [await all(from), await all(ours)];
      expect(samePages(before.pages, after.pages), file).toBe(true);
      if (theirs) expect(after.widgets, file).toEqual((await all(theirs)).widgets);
      expect(stampAppending(from, FIELDS), file).toEqual(ours);
      if (!ALL_READ.includes(file)) expect(onlyAppends(from, ours, new Set([1])), file).toBe(true);
      taken += 1;
    }
    expect(taken).toBeGreaterThanOrEqual(70);
  }, 120_000);
});

const attempt = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch {
    return null;
  }
};

const shown = (text: string) => stream(`BT /F1 12 Tf 40 700 Td (${text}) Tj ET`);
const OBJECTS = {
  1: '<< /Type /Catalog /Pages 2 0 R >>',
  2: '<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>',
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 7 0 R >> >> /Contents 5 0 R >>',
  4: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 7 0 R >> >> /Contents 6 0 R >>',
  7: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
};
const CONTENTS = { 5: shown('SPECIMEN UN'), 6: shown('SPECIMEN DEUX') };
const TABLE = owned(Buffer.from(tablePdf({ ...OBJECTS, ...CONTENTS }), 'latin1'));
const STREAMS = owned(Buffer.from(streamPdf(CONTENTS, { packed: OBJECTS }), 'latin1'));

/** The fields, as ours writes them, and these objects beside them. */
function tampered(original: Uint8Array<ArrayBuffer>, objects: Readonly<Record<number, string>>) {
  const stamped = stampAppending(original, FIELDS);
  const source = new ObjectSource(stamped);
  const size = source.xref.sections[0].trailer.entries.get('Size');
  if (size?.kind !== 'number') throw new Error('fixture');
  // One section with both: what the newest one says of the fields, and what it should not say.
  const own = source.xref.sections[0].ranges.flatMap(({ first, count }) =>
    Array.from({ length: count }, (_, index) => first + index),
  );
  const written = own.flatMap((number): [number, string][] => {
    const found = attempt(() => source.object({ number, generation: 0 }));
    return found
      ? [[number, Buffer.from(found.bytes.subarray(found.value.start, found.value.end)).toString('latin1')]]
      : [];
  });
  const changed = new Map([...written, ...Object.entries(objects).map(([key, text]) => [Number(key), text] as const)]);
  return appendSection(original, new ObjectSource(original).xref, changed, size.value);
}

describe.each([
  ['a table', TABLE],
  ['streams', STREAMS],
])('the proof, over %s', (_, original) => {
  const proof = (prepared: Uint8Array, known: boolean) =>
    inspectPdf(pdfium, original).then((inspected) =>
      verifyPrepared(pdfium, original, prepared, FIELDS, known && inspected.ok ? inspected.value.digest : null),
    );

  it('passes what only appends, with what was known and without', async () => {
    const stamped = tampered(original, {});
    expect(onlyAppends(original, stamped, new Set([1]))).toBe(true);
    expect(await proof(stamped, true)).toEqual({ ok: true, value: null });
    expect(await proof(stamped, false)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['the text of a page without fields', { 6: shown('AUTRE TEXTE') }],
    ['the text of the page with fields', { 5: shown('AUTRE TEXTE') }],
    ['the size of a page without fields', { 4: OBJECTS[4].replace('612 792', '612 700') }],
    ['the contents of a page without fields', { 4: OBJECTS[4].replace('6 0 R', '5 0 R') }],
    ['the pages', { 2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>' }],
    ['their order', { 2: '<< /Type /Pages /Count 2 /Kids [4 0 R 3 0 R] >>' }],
    ['the catalog', { 1: '<< /Type /Catalog /Pages 8 0 R >>' }],
  ])('%s changed: never passed', async (_name, objects) => {
    const prepared = tampered(original, objects);
    expect(onlyAppends(original, prepared, new Set([1]))).toBe(false);
    expect(await proof(prepared, true)).toMatchObject({ ok: false });
    expect(await proof(prepared, false)).toMatchObject({ ok: false });
  });

  it('what was known of other bytes refuses', async () => {
    const inspected = await inspectPdf(pdfium, original);
    const digest = inspected.ok ? inspected.value.digest : [];
    const [first] = digest;
    if (!first) throw new Error('fixture');
    for (const wrong of [digest.slice(1), [{ ...first, text: 1 }, ...digest.slice(1)]]) {
      expect(await preparePdf(pdfium, original, FIELDS, wrong)).toMatchObject({ ok: false });
    }
    expect(await preparePdf(pdfium, original, FIELDS, digest)).toMatchObject({ ok: true });
  });

  it('an annotation that was there may not go', () => {
    const withNote = { 3: OBJECTS[3].replace('/Parent', '/Annots [<< /Subtype /Text /Rect [0 0 9 9] >>] /Parent') };
    const source = owned(Buffer.from(tablePdf({ ...OBJECTS, ...CONTENTS, ...withNote }), 'latin1'));
    expect(onlyAppends(source, stampAppending(source, FIELDS), new Set([1]))).toBe(true);
    expect(onlyAppends(source, tampered(source, { 3: OBJECTS[3] }), new Set([1]))).toBe(false);
  });
});

it('a new object takes no number that is in use beyond what the trailer declares', () => {
  const lying = Buffer.from(TABLE).toString('latin1').replace('/Size 8', '/Size 6');
  expect(() => stampAppending(owned(Buffer.from(lying, 'latin1')), FIELDS)).toThrow();
});
