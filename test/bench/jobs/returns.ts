import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, newProfile } from '../../e2e/support/browser';
import { startSandbox } from '../../e2e/support/sandbox';
import { commandLine } from '../harness/command-line';
import { documentsOnce } from '../harness/documents-run';
import type { DocumentsRun } from '../harness/documents-run';
import type { BenchJob } from '../harness/job';
import { median } from '../harness/statistics';
import { asCsv, makeList } from '../lists/make-list';
import { makeReturns } from '../returns/make-returns';
import { writeZip } from '../returns/write-zip';

/** The small archive of G2, and the one that the command line is given. */
const SMALL = 15;

/** Goals G1, G2 and G9: one archive of returns, of as many clients, through the built app. */
export const returns3000: BenchJob = {
  name: 'returns-3000',
  about: 'A ZIP of returns through the built app: Aperçu, Importer, memory; a fifteenth of it beside the command line.',
  rows: 3_000,
  async run({ rows, runs, say }) {
    const few = Math.max(5, Math.round(rows / SMALL));
    const folder = await mkdtemp(join(tmpdir(), 'impot-sync-bench-'));
    const [large, small] = [[] as DocumentsRun[], [] as DocumentsRun[]];
    const cli: number[] = [];
    try {
      const made = { large: await make(folder, 'large', rows), small: await make(folder, 'small', few) };
      for (let run = 0; run < runs; run += 1) {
        small.push(await once(made.small));
        const peer = await commandLine(made.small.archive);
        if (peer !== null) cli.push(peer);
        large.push(await once(made.large));
        say(`${run + 1}/${runs}: ${JSON.stringify({ small: small.at(-1), cli: peer, large: large.at(-1) })}`);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    const of = (all: readonly DocumentsRun[], key: keyof DocumentsRun): number => median(all.map((one) => one[key]));
    const whole = median(small.map((one) => one.preview + one.import));
    const peer = cli.length > 0 ? { name: 'unzip, pdftotext, qpdf, sha256sum, openssl', value: median(cli) } : null;
    const longest = Math.max(of(large, 'longestPreviewTask'), of(large, 'longestImportTask'));
    const memory = of(large, 'memory');
    const more = memory - of(small, 'memory');
    return [
      {
        what: `${few} documents: Aperçu + Importer, sealed and queued`,
        unit: 'ms',
        ours: whole,
        ...(peer && { peer, goal: { name: 'G1 ≤ 0.15×', met: whole <= 0.15 * peer.value } }),
      },
      { what: `${rows} documents: Aperçu pressed → preview`, unit: 'ms', ours: of(large, 'preview') },
      { what: `${rows} documents: Importer, sealed and queued`, unit: 'ms', ours: of(large, 'import') },
      { what: `${rows} documents: ready without a hand`, unit: 'rows', ours: of(large, 'ready') },
      {
        what: `${rows} documents: highest private memory of the renderers over idle`,
        unit: 'MB',
        ours: memory,
        goal: { name: 'G2 ≤ 200 MB', met: memory <= 200 },
      },
      {
        what: `the same less that of ${few} documents`,
        unit: 'MB',
        ours: more,
        goal: { name: 'G2 ≤ 40 MB', met: more <= 40 },
      },
      {
        what: 'longest task of the page, Aperçu or Importer',
        unit: 'ms',
        ours: longest,
        goal: { name: 'G9 ≤ 50 ms', met: longest <= 50 },
      },
    ];
  },
};

interface Made {
  readonly list: string;
  readonly archive: string;
}

async function make(folder: string, name: string, count: number): Promise<Made> {
  const [list, archive] = [join(folder, `${name}.csv`), join(folder, `${name}.zip`)];
  await writeFile(list, asCsv(makeList(count)));
  await writeZip(archive, makeReturns(count));
  return { list, archive };
}

/** In a fresh profile, on disk. */
async function once({ list, archive }: Made): Promise<DocumentsRun> {
  const sandbox = await startSandbox();
  const profile = await newProfile();
  const browser = await launchBrowser(profile.dir);
  try {
    return await documentsOnce(browser.context, sandbox.url, list, archive);
  } finally {
    await browser.close();
    await sandbox.close();
    await profile.remove();
  }
}
