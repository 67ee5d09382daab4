import { launchBrowser, newProfile } from '../../e2e/support/browser';
import { openBenchPage } from '../harness/bench-page';
import type { BenchJob } from '../harness/job';
import { median } from '../harness/statistics';
import { asXlsx, makeList } from '../lists/make-list';

/** Goal G5: our reading of a workbook beside SheetJS alone, taking turns in one Chromium. */
export const xlsx: BenchJob = {
  name: 'xlsx-10k',
  about: 'A workbook of 40 columns read in a worker, beside SheetJS with dense sheets.',
  rows: 10_000,
  async run({ rows, runs, say }) {
    const file = asXlsx(makeList(rows));
    const profile = await newProfile();
    const browser = await launchBrowser(profile.dir);
    const page = await openBenchPage(browser.context);
    try {
      const ours: number[] = [];
      const peer: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        peer.push(await page.run('sheetJsDense', file));
        ours.push(await page.run('ourXlsx', file));
        say(`${run + 1}/${runs}: ${ours.at(-1)?.toFixed(0)} ms, SheetJS ${peer.at(-1)?.toFixed(0)} ms`);
      }
      const [own, other] = [median(ours), median(peer)];
      return [
        {
          what: `XLSX of ${rows} rows × 40 → table`,
          unit: 'ms',
          ours: own,
          peer: { name: 'SheetJS dense', value: other },
          goal: { name: 'G5 ≤ 1×', met: own <= other },
        },
      ];
    } finally {
      await page.close();
      await browser.close();
      await profile.remove();
    }
  },
};
