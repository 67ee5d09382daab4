import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readingFrame } from '../../../src/core/documents/reading-frame';
import { placeFields } from '../../../src/core/forms/place-fields';
import { T1_LAYOUT } from '../../../src/core/forms/t1';
import type { PlacedField } from '../../../src/core/forms/placed-field';
import { inspectPdf } from '../../../workers/pdf/inspect';
import { preparePdf } from '../../../workers/pdf/prepare';
import { readPages } from '../../../workers/pdf/read-pages';
import { hasPrefix } from '../../../workers/pdf/verify-prepared';
import { nodePdfium } from './node-pdfium';
import { qpdfCheck } from './qpdf';

/** Real files by many writers, beside the repository; the rest of the suite stands without them. */
const SAMPLES = fileURLToPath(new URL('../../../../shared/samples/', import.meta.url));
const zoo = existsSync(`${SAMPLES}pdf-zoo`) ? readdirSync(`${SAMPLES}pdf-zoo`).filter((it) => it.endsWith('.pdf')) : [];
const read = (path: string) => new Uint8Array(readFileSync(`${SAMPLES}${path}`));

const FIELDS: readonly PlacedField[] = [
  { kind: 'signature', signer: 'taxpayer', page: 1, rect: [40, 113, 190, 28] },
  { kind: 'time', part: 'hh', signer: 'taxpayer', page: 1, rect: [449.25, 89.5, 22, 14] },
  { kind: 'date', signer: 'taxpayer', page: 1, rect: [330, 89, 72, 14] },
];

describe.runIf(zoo.length > 0)('a zoo of PDFs', () => {
  it('refuses three by name, and stamps all the others: prefix kept, as clean in qpdf as before', async () => {
    const pdfium = await nodePdfium();
    const outcomes = new Map<string, string>();
    for (const name of zoo) {
      const bytes = read(`pdf-zoo/${name}`);
      const inspected = await inspectPdf(pdfium, bytes);
      if (!inspected.ok) {
        outcomes.set(name, inspected.error.code);
        continue;
      }
      const prepared = await preparePdf(pdfium, bytes, FIELDS);
      outcomes.set(name, prepared.ok ? 'prepared' : prepared.error.code);
      if (!prepared.ok) continue;
      expect(hasPrefix(prepared.value, bytes)).toBe(true);
      const before = await qpdfCheck(bytes);
      const after = await qpdfCheck(prepared.value);
      // A linearized file with a warning is no longer linearized, and the warning is gone.
      expect(after.code, `${name}\n${after.output}`).toBeLessThanOrEqual(before.code);
    }
    const others = [...outcomes].filter(([, outcome]) => outcome !== 'prepared');
    expect(Object.fromEntries(others)).toEqual({
      // Cross-reference entries of 19 bytes: a reader rebuilds the table, and nothing may be appended to that.
      'grayscale-image.pdf': 'pdf/damaged',
      'libreoffice-writer-password.pdf': 'pdf/needs-password',
      'unreadablemetadata.pdf': 'pdf/damaged',
    });
  }, 120_000);
});

/** Domain facts §5, measured on the real jackets: tops of the words, from the top of page 8. */
const JACKETS = [
  ['5005-r-fill-24e.pdf', 520.0, 564.4],
  ['5006-r-fill-22e.pdf', 559.0, 603.4],
] as const;

describe.runIf(existsSync(`${SAMPLES}government-forms`))('T1 jackets', () => {
  it.each(JACKETS)(
    '%s: « Sign here » and « Date: » are found on page 8, and preparing is refused',
    async (name, sign, date) => {
      const pdfium = await nodePdfium();
      const bytes = read(`government-forms/${name}`);
      expect(await inspectPdf(pdfium, bytes)).toEqual({ ok: false, error: { code: 'pdf/xfa' } });
      const opened = await pdfium.withDocument(bytes, readPages);
      const pages = opened.ok ? opened.value.pages : [];
      const placement = placeFields(T1_LAYOUT, pages, null);
      const fields = placement.kind === 'placed' ? placement.fields : [];
      expect(fields.map(({ kind, page }) => [kind, page])).toEqual([
        ['signature', 8],
        ['date', 8],
      ]);
      const page = pages[7];
      const words = page ? readingFrame(page).lines.flatMap((line) => line.words) : [];
      // The measured top is that of the letters, whose capitals are 7.2 points high at this size.
      for (const [text, top] of [
        ['Sign', sign],
        ['Date:', date],
      ] as const) {
        const baselines = words.filter((word) => word.text === text).map(({ rect }) => 792 - rect[1] - 7.2);
        expect(baselines.some((found) => Math.abs(found - top) <= 2)).toBe(true);
      }
      // « Sign here » starts at the left margin, about 30 points in.
      const sides = words.filter((word) => word.text === 'Sign').map(({ rect }) => rect[0]);
      expect(sides.some((left) => Math.abs(left - 30) <= 2)).toBe(true);
      const [signature] = fields;
      expect(Math.abs((signature?.rect[1] ?? 0) - (792 - sign - 7.2 - 2))).toBeLessThanOrEqual(2);
    },
  );
});
