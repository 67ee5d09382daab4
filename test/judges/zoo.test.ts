import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examinePdf } from '../corpus/pdf/examine-pdf';
import { npmZoo, trap } from '../fixtures/generate/zoo/npm-zoo';
import { outsideZoo } from '../fixtures/generate/zoo/outside-writers';
import type { ZooFile } from '../fixtures/generate/zoo/zoo-file';
import { nodePdfium } from '../integration/pdf/node-pdfium';
import { judge } from './judge';

const RANKS = [0, 3, 2];
let folder = '';
let zoo: readonly ZooFile[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zoo-judged-'));
  zoo = [...(await npmZoo()), ...(await outsideZoo(trap('t183-2024.pdf')))];
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `qpdf --check` and `pdftotext`, of a file written where they can read it. */
function judged(
  name: string,
  bytes: Uint8Array,
): { readonly rank: number; readonly said: string; readonly text: string } {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { status, stdout, stderr } = judge('qpdf', ['--check', path]);
  return { rank: RANKS.indexOf(status ?? 2), said: stdout + stderr, text: judge('pdftotext', [path, '-']).stdout };
}

it('qpdf and poppler find every prepared PDF of the zoo as they found its source', async () => {
  const pdfium = await nodePdfium();
  const byWriter = new Map<string, { files: number; prepared: number; untouched: number; refused: number }>();
  const wanted: Record<string, string> = {};
  const found: Record<string, string> = {};
  for (const { file, writer, bytes, outcome } of zoo) {
    const answer = await examinePdf(pdfium, bytes);
    wanted[file] = outcome;
    found[file] = answer.code ?? answer.outcome;
    const row = byWriter.get(writer) ?? { files: 0, prepared: 0, untouched: 0, refused: 0 };
    row.files += 1;
    row[answer.outcome === 'untouched-signed' ? 'untouched' : answer.outcome] += 1;
    byWriter.set(writer, row);
    if (answer.outcome !== 'prepared' || answer.result === null) continue;
    expect(answer.prefix, file).toBe(true);
    const [before, after] = [judged(file, bytes), judged(`prepared-${file}`, answer.result)];
    expect(after.rank, `${file}\n${after.said}`).toBeLessThanOrEqual(before.rank);
    expect(after.text, file).toBe(before.text);
  }
  console.table(Object.fromEntries(byWriter));
  expect(found).toEqual(wanted);
  expect(zoo.length).toBeGreaterThanOrEqual(60);
  expect(byWriter.size).toBeGreaterThanOrEqual(6);
}, 600_000);
