import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, newProfile } from '../../e2e/support/browser';
import { startSandbox } from '../../e2e/support/sandbox';
import { openBenchPage } from '../harness/bench-page';
import { previewOnce, type ClientsRun } from '../harness/clients-run';
import type { BenchJob, Figure, JobOptions } from '../harness/job';
import { median } from '../harness/statistics';
import { asCsv, makeList } from '../lists/make-list';

interface Round extends ClientsRun {
  readonly papa: number;
  readonly papaDexie: number;
  readonly worker: number;
}

/** Goals G4 and G9 on a list of clients GEM-BOOKS has already: preview and scrolling; read, check, diff and persist. */
export const clients100k: BenchJob = {
  name: 'clients-100k',
  about:
    'A CSV of 40 columns: the Aperçu of the built app and its scrolling; the import of the worker beside PapaParse.',
  rows: 100_000,
  async run(options) {
    const { rows } = options;
    const of = medians(await rounds(options, false));
    return [
      {
        what: `${rows} rows, all known: read, check, diff, persist (worker)`,
        unit: 'ms',
        ours: of('worker'),
        peer: { name: 'PapaParse + Dexie bulkPut per row', value: of('papaDexie') },
        goal: { name: 'G4 ≤ 0.1×', met: of('worker') <= 0.1 * of('papaDexie') },
      },
      {
        what: `${rows} rows, all new: Aperçu pressed → rows on screen (built app)`,
        unit: 'ms',
        ours: of('preview'),
        peer: { name: 'PapaParse alone', value: of('papa') },
      },
      ...alive(of),
    ];
  },
};

/** 10,000 clients that GEM-BOOKS does not have: the preview, and four entries each sealed and queued. */
export const clients10k: BenchJob = {
  name: 'clients-10k',
  about: 'A CSV of 40 columns through the built app: preview, scrolling, and every client queued as new.',
  rows: 10_000,
  async run(options) {
    const { rows } = options;
    const of = medians(await rounds(options, true));
    return [
      {
        what: `${rows} rows, all new: Aperçu pressed → rows on screen`,
        unit: 'ms',
        ours: of('preview'),
        peer: { name: 'PapaParse alone', value: of('papa') },
        goal: { name: 'G4 ≤ 1.2×', met: of('preview') <= 1.2 * of('papa') },
      },
      ...alive(of),
      {
        what: 'Importer: four durable entries a client, sealed and queued',
        unit: 'ms',
        ours: of('import'),
        peer: { name: 'PapaParse + Dexie bulkPut of one record a client', value: of('papaDexie') },
      },
      { what: 'longest task of the page during Importer', unit: 'ms', ours: of('longestImportTask') },
    ];
  },
};

type Of = (key: keyof Round) => number;

const medians =
  (all: readonly Round[]): Of =>
  (key) =>
    median(all.map((round) => round[key]));

const alive = (of: Of): Figure[] => [
  {
    what: 'longest task of the page during Aperçu',
    unit: 'ms',
    ours: of('longestPreviewTask'),
    goal: { name: 'G9 ≤ 50 ms', met: of('longestPreviewTask') <= 50 },
  },
  {
    what: 'frame while scrolling 10 s, 95th percentile',
    unit: 'ms',
    ours: of('frame95'),
    goal: { name: 'G9 ≤ 34 ms', met: of('frame95') <= 34 },
  },
];

/** Ours and the peers in the same browser, one round after the other, each in a fresh profile. */
async function rounds({ rows, runs, say }: JobOptions, andImport: boolean): Promise<Round[]> {
  const folder = await mkdtemp(join(tmpdir(), 'impot-sync-bench-'));
  const bytes = asCsv(makeList(rows));
  const file = join(folder, 'clients.csv');
  await writeFile(file, bytes);
  const all: Round[] = [];
  try {
    for (let run = 0; run < runs; run += 1) {
      const sandbox = await startSandbox();
      const profile = await newProfile();
      const browser = await launchBrowser(profile.dir);
      try {
        const page = await openBenchPage(browser.context);
        const papa = await page.run('papa', bytes);
        const papaDexie = await page.run('papaDexie', bytes);
        const worker = await page.run('ourImport', bytes);
        await page.close();
        const ours = await previewOnce(browser.context, sandbox.url, file, andImport);
        const round = { ...ours, papa, papaDexie, worker };
        all.push(round);
        say(`${run + 1}/${runs}: ${JSON.stringify(round, rounded)}`);
      } finally {
        await browser.close();
        await sandbox.close();
        await profile.remove();
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return all;
}

const rounded = (_key: string, value: unknown): unknown => (typeof value === 'number' ? Math.round(value) : value);
