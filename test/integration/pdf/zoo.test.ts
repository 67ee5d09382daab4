import { expect, it } from 'vitest';
import { examinePdf } from '../../corpus/pdf/examine-pdf';
import { npmZoo } from '../../fixtures/generate/zoo/npm-zoo';
import { nodePdfium } from './node-pdfium';
import { qpdfCheck } from './qpdf';

/** From clean to worse: qpdf's exit status. */
const RANKS = [0, 3, 2];

it('every PDF of the zoo has the outcome it should: prepared ones start with the original and are as clean as it', async () => {
  const pdfium = await nodePdfium();
  const zoo = await npmZoo();
  expect(zoo.length).toBeGreaterThanOrEqual(100);
  expect(new Set(zoo.map(({ file }) => file)).size).toBe(zoo.length);
  const wanted: Record<string, string> = {};
  const found: Record<string, string> = {};
  for (const { file, bytes, outcome } of zoo) {
    const answer = await examinePdf(pdfium, bytes);
    wanted[file] = outcome;
    found[file] = answer.code ?? answer.outcome;
    if (answer.result === null || answer.outcome !== 'prepared') continue;
    expect(answer.prefix, file).toBe(true);
    const [before, after] = [await qpdfCheck(bytes), await qpdfCheck(answer.result)];
    expect(RANKS.indexOf(after.code), `${file}\n${after.output}`).toBeLessThanOrEqual(RANKS.indexOf(before.code));
  }
  expect(found).toEqual(wanted);
}, 180_000);

it('the zoo is the same bytes each time', async () => {
  const [once, again] = [await npmZoo(), await npmZoo()];
  for (const [index, { file, bytes }] of once.entries()) {
    expect(Buffer.compare(bytes, again[index]?.bytes ?? new Uint8Array()), file).toBe(0);
  }
}, 60_000);
