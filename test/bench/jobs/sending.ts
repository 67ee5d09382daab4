import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, newProfile } from '../../e2e/support/browser';
import { createVault, openApp, previewClients, pressImporter, waitIdle } from '../../e2e/support/job';
import { startSandbox } from '../../e2e/support/sandbox';
import { makeOffice } from '../../faults/make-office';
import type { BenchJob } from '../harness/job';
import { median } from '../harness/statistics';

const PATIENCE_MS = 900_000;
/** Of the clients of the list; the others are on the server under another address. */
const NEW_SHARE = 0.4;

/** How fast an outbox empties towards a server that answers at once; a tab that only looks on must cost nothing. */
export const sending: BenchJob = {
  name: 'sending',
  about: 'Client upserts confirmed and sent to the sandbox: one tab open, and two.',
  rows: 300,
  async run({ rows, runs, say }) {
    const creates = Math.round(rows * NEW_SHARE);
    const office = await makeOffice(1, { creates, updates: rows - creates, envelopes: 0 });
    const folder = await mkdtemp(join(tmpdir(), 'impot-sync-bench-'));
    const [one, two]: [number[], number[]] = [[], []];
    try {
      const [existing, list] = [join(folder, 'clients.json'), join(folder, 'clients-dtmax.csv')];
      await writeFile(existing, JSON.stringify(office.existing));
      await writeFile(list, office.list);
      for (let run = 0; run < runs; run += 1) {
        one.push(await sendOnce(existing, list, 1));
        two.push(await sendOnce(existing, list, 2));
        say(`${run + 1}/${runs}: ${one.at(-1)} ms, ${two.at(-1)} ms`);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return [
      { what: `${rows} upserts, one tab: Importer pressed → nothing left to send`, unit: 'ms', ours: median(one) },
      { what: 'two tabs', unit: 'ms', ours: median(two), peer: { name: 'one tab', value: median(one) } },
    ];
  },
};

/** Milliseconds, in a fresh profile. */
async function sendOnce(existing: string, list: string, tabs: number): Promise<number> {
  const sandbox = await startSandbox({ SANDBOX_CLIENTS: existing });
  const profile = await newProfile();
  const browser = await launchBrowser(profile.dir);
  try {
    const page = await openApp(browser.context, sandbox.url);
    await createVault(page);
    for (let more = 1; more < tabs; more += 1) await openApp(browser.context, sandbox.url, '/#/suivi');
    await page.bringToFront();
    await previewClients(page, list);
    const pressed = performance.now();
    await pressImporter(page, PATIENCE_MS);
    await waitIdle(page, PATIENCE_MS);
    return performance.now() - pressed;
  } finally {
    await browser.close();
    await sandbox.close();
    await profile.remove();
  }
}
