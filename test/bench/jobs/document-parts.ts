import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { launchBrowser, newProfile } from '../../e2e/support/browser';
import { openBenchPage } from '../harness/bench-page';
import type { BenchJob, Figure } from '../harness/job';
import { watchRenderers } from '../harness/renderer-memory';
import { median } from '../harness/statistics';
import type { returnWorks } from '../page/return-works';
import { makeReturns } from '../returns/make-returns';
import { returnTemplate } from '../returns/return-template';
import { writeZip } from '../returns/write-zip';

type Work = keyof typeof returnWorks;

const MB = 1_000_000;
/** One-page documents of the recycling's archive: pdfium is dropped after 250. */
const MANY = 600;
const WORKS: readonly Work[] = [
  ...(['zipOurs', 'zipJs', 'zipFflate', 'factsOurs', 'factsPdfium', 'factsPdfJs', 'stampOurs'] as const),
  ...(['stampPdfLib', 'stampProven', 'storeOurs', 'storeRecords'] as const),
];

/** Goals G3, G6, G7 and G8: each part of the document engine beside its peer, taking turns in one Chromium. */
export const documentParts: BenchJob = {
  name: 'document-parts',
  about: 'Unpacking, facts, stamping and keeping of returns in a worker, each beside its peers; pdfium recycled.',
  rows: 100,
  async run({ rows, runs, say }) {
    const folder = await mkdtemp(join(tmpdir(), 'impot-sync-bench-'));
    const profile = await newProfile();
    const browser = await launchBrowser(profile.dir);
    const page = await openBenchPage(browser.context);
    const times = new Map<string, number[]>();
    const note = (name: string, value: number) => times.set(name, [...(times.get(name) ?? []), value]);
    try {
      const zip = await zipOf(folder, makeReturns(rows));
      const six = await zipOf(folder, [ofWeight(6 * MB)]);
      const twentyEight = await zipOf(folder, [ofWeight(28 * MB)]);
      for (let run = 0; run < runs; run += 1) {
        for (const work of WORKS) {
          note(work, await page.run(work, zip));
          say(`${run + 1}/${runs} ${work}: ${times.get(work)?.at(-1)?.toFixed(0)} ms`);
        }
        note('six', await page.run('stampOurs', six));
        note('twentyEight', await page.run('stampOurs', twentyEight));
        for (const work of ['zipOurs', 'zipJs'] as const) {
          note(`${work}Memory`, await memoryOf(browser.context, () => page.run(work, zip)));
        }
      }
      note('instances', await page.run('instances', await zipOf(folder, onePagers(MANY))));
    } finally {
      await page.close();
      await browser.close();
      await profile.remove();
      await rm(folder, { recursive: true, force: true });
    }
    return figures(rows, (name) => median(times.get(name) ?? []));
  },
};

function figures(rows: number, of: (name: string) => number): Figure[] {
  const beside = (
    what: string,
    ours: string,
    name: string,
    peer: string,
    goal?: readonly [string, number],
  ): Figure => ({
    what: `${what}, ${rows} documents`,
    unit: 'ms',
    ours: of(ours),
    peer: { name, value: of(peer) },
    ...(goal && { goal: { name: goal[0], met: of(ours) <= goal[1] * of(peer) } }),
  });
  return [
    beside('ZIP unpacked, CRC checked', 'zipOurs', 'zip.js', 'zipJs', ['G3 ≤ 0.4×', 0.4]),
    beside('ZIP unpacked, CRC checked', 'zipOurs', 'fflate, whole', 'zipFflate'),
    {
      what: 'memory while unpacking, with the archive itself',
      unit: 'MB',
      ours: of('zipOursMemory'),
      peer: { name: 'zip.js', value: of('zipJsMemory') },
    },
    beside('facts of every page', 'factsOurs', 'bare text by pdfium', 'factsPdfium', ['G6 ≤ 1.1×', 1.1]),
    beside('facts of every page', 'factsOurs', 'text by pdf.js', 'factsPdfJs', ['G6 ≤ 0.125×', 0.125]),
    beside('four fields stamped', 'stampOurs', 'pdf-lib, tuned', 'stampPdfLib', ['G7 ≤ 0.77×', 1 / 1.3]),
    beside('four fields stamped and proved', 'stampProven', 'pdf-lib, tuned, unproved', 'stampPdfLib'),
    {
      what: 'stamping one document of 28 MB',
      unit: 'ms',
      ours: of('twentyEight'),
      peer: { name: '6 MB', value: of('six') },
      goal: { name: 'G7 stretch ≤ 1.2×', met: of('twentyEight') <= 1.2 * of('six') },
    },
    beside('hashed, sealed, kept', 'storeOurs', 'into IndexedDB', 'storeRecords', ['G8 ≤ 0.33×', 1 / 3]),
    {
      what: `instances of pdfium that read ${MANY} documents, one after the other`,
      unit: 'rows',
      ours: of('instances'),
      goal: { name: 'G2 recycled: 3', met: of('instances') === 3 },
    },
  ];
}

async function zipOf(folder: string, documents: Iterable<{ readonly name: string; readonly bytes: Uint8Array }>) {
  const path = join(folder, 'lot.zip');
  await writeZip(path, documents);
  return readFile(path);
}

function onePagers(count: number) {
  const { bytes } = returnTemplate(1, 1, false, 216);
  return Array.from({ length: count }, (_, index) => ({ name: `${index}.pdf`, bytes }));
}

const ofWeight = (bytes: number) => ({ name: 'one.pdf', bytes: returnTemplate(1, 20, false, bytes / 20).bytes });

async function memoryOf(context: BrowserContext, work: () => Promise<number>): Promise<number> {
  const memory = await watchRenderers(context);
  const idle = (await memory?.restart()) ?? 0;
  await work();
  const peak = memory?.peak() ?? 0;
  await memory?.stop();
  return peak - idle;
}
