import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, newProfile } from '../../e2e/support/browser';
import { startSandbox } from '../../e2e/support/sandbox';
import { openBenchPage } from '../harness/bench-page';
import { importOnce, type ClientsRun } from '../harness/clients-run';
import type { BenchJob, Figure } from '../harness/job';
import { median } from '../harness/statistics';
import { asCsv, makeList } from '../lists/make-list';

interface Round extends ClientsRun {
  readonly papa: number;
  readonly papaDexie: number;
}

/** Goals G4 and G9 on the built app: file → preview → scrolling → sealed and queued, with the peers in the same browser. */
export const clients: BenchJob = {
  name: 'clients-100k',
  about:
    'A CSV of 40 columns through the built app: preview, scrolling, import; beside PapaParse, and PapaParse + Dexie.',
  rows: 100_000,
  async run({ rows, runs, say }) {
    const folder = await mkdtemp(join(tmpdir(), 'impot-sync-bench-'));
    const bytes = asCsv(makeList(rows));
    const file = join(folder, 'clients.csv');
    await writeFile(file, bytes);
    const rounds: Round[] = [];
    try {
      for (let run = 0; run < runs; run += 1) {
        const sandbox = await startSandbox();
        const profile = await newProfile();
        const browser = await launchBrowser(profile.dir);
        const peers = await openBenchPage(browser.context);
        try {
          const papa = await peers.run('papa', bytes);
          const papaDexie = await peers.run('papaDexie', bytes);
          await peers.close();
          const ours = await importOnce(browser.context, sandbox.url, file);
          rounds.push({ ...ours, papa, papaDexie });
          say(
            `${run + 1}/${runs}: ${JSON.stringify(rounds.at(-1), (_key, value: unknown) => (typeof value === 'number' ? Math.round(value) : value))}`,
          );
        } finally {
          await browser.close();
          await sandbox.close();
          await profile.remove();
        }
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return figures(rounds, rows);
  },
};

function figures(rounds: readonly Round[], rows: number): Figure[] {
  const of = (key: keyof Round): number => median(rounds.map((round) => round[key]));
  const whole = of('preview') + of('import');
  return [
    {
      what: `${rows} rows: Aperçu → rows on screen`,
      unit: 'ms',
      ours: of('preview'),
      peer: { name: 'PapaParse alone', value: of('papa') },
      ...(rows <= 10_000 ? { goal: { name: 'G4 ≤ 1.2×', met: of('preview') <= 1.2 * of('papa') } } : {}),
    },
    {
      what: `${rows} rows: Aperçu + Importer, sealed and queued`,
      unit: 'ms',
      ours: whole,
      peer: { name: 'PapaParse + Dexie bulkPut per row', value: of('papaDexie') },
      goal: { name: 'G4 ≤ 0.1×', met: whole <= 0.1 * of('papaDexie') },
    },
    { what: 'of which Importer', unit: 'ms', ours: of('import') },
    {
      what: 'longest task of the page during Aperçu',
      unit: 'ms',
      ours: of('longestPreviewTask'),
      goal: { name: 'G9 ≤ 50 ms', met: of('longestPreviewTask') <= 50 },
    },
    { what: 'longest task of the page during Importer', unit: 'ms', ours: of('longestImportTask') },
    {
      what: 'frame while scrolling 10 s, 95th percentile',
      unit: 'ms',
      ours: of('frame95'),
      goal: { name: 'G9 ≤ 34 ms', met: of('frame95') <= 34 },
    },
  ];
}
