import { documentedPosts } from './documented-posts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { filterCount, pressImporter, previewClients, previewDocuments } from '../e2e/support/job';
import { startSandbox } from '../e2e/support/sandbox';
import type { Sandbox } from '../e2e/support/sandbox';
import { seededRandom } from '../tools/seeded-random';
import { checkOffice } from './check-office';
import { makeOffice } from './make-office';
import type { OfficeSize } from './make-office';
import { playedFaults } from './played-faults';
import { roughNetwork } from './rough-network';
import type { SeedResult } from './seed-result';
import { Workstation } from './workstation';

export interface BrowserSeedSize extends OfficeSize {
  /** Kills and cuts after each of the two imports, at least; at most three times so many, until most has gone through. */
  readonly roughSteps: number;
}

/** 300 client upserts and 200 envelopes. */
export const WHOLE_IN_BROWSER: BrowserSeedSize = { creates: 120, updates: 180, envelopes: 200, roughSteps: 8 };
export const SAMPLE_IN_BROWSER: BrowserSeedSize = { creates: 6, updates: 6, envelopes: 8, roughSteps: 2 };

/** Of the preview and the preparation of the whole, and of the calm without anything settling. */
const PATIENCE_MS = 600_000;
/** Of what was confirmed: what may still be on its way when calm comes. */
const CALM_SHARE = 0.4;

/**
 * One seed in the built app in Chromium: the list and the archive are dropped and confirmed by hand, as a technician
 * does; then tabs, Chromium and the server are killed and the network comes and goes, until it is calm. The server's
 * database alone is the judge.
 */
export async function runBrowserSeed(seed: number, size: BrowserSeedSize): Promise<SeedResult> {
  const folder = await mkdtemp(join(tmpdir(), 'impot-sync-faults-'));
  const file = (name: string): string => join(folder, name);
  const office = await makeOffice(seed, size);
  await writeFile(file('clients.json'), JSON.stringify(office.existing));
  await writeFile(file('clients-dtmax.csv'), office.list);
  await writeFile(file('t183.zip'), office.archive);
  const sandbox = await startSandbox({ SANDBOX_CLIENTS: file('clients.json'), ...documentedPosts(seed) });
  const random = seededRandom(seed);
  let workstation: Workstation | null = null;
  try {
    workstation = await Workstation.start(sandbox.url);
    const first = await workstation.front();
    await previewClients(first, file('clients-dtmax.csv'));
    await expectCount(first, 'À créer', size.creates);
    await pressImporter(first, PATIENCE_MS);
    const afterClients = await playRough(sandbox, workstation, random, size.roughSteps);

    const page = await workstation.checkConnection();
    await previewDocuments(page, file('t183.zip'), 2025, PATIENCE_MS);
    await expectCount(page, 'Prêts', size.envelopes);
    await pressImporter(page, PATIENCE_MS);
    const afterDocuments = await playRough(sandbox, workstation, random, size.roughSteps);

    const outboxLeft = await settle(workstation);
    await sandbox.kill();
    return {
      seed,
      ...checkOffice(join(sandbox.data, 'gem-books.db'), office),
      outboxLeft,
      kills: afterClients.kills + afterDocuments.kills,
      faults: afterClients.faults + afterDocuments.faults,
    };
  } finally {
    await workstation?.close();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A seed that does not prepare what it says proves nothing. */
async function expectCount(page: Parameters<typeof filterCount>[0], filter: string, count: number): Promise<void> {
  const found = await filterCount(page, filter);
  if (found !== count) throw new Error(`« ${filter} » counts ${found}, not ${count}`);
}

/** Ends calm: no fault is scripted any more. */
async function playRough(
  sandbox: Sandbox,
  workstation: Workstation,
  random: () => number,
  steps: number,
): Promise<{ readonly kills: number; readonly faults: number }> {
  let kills = 0;
  let faults = 0;
  const script = (): Promise<void> => sandbox.faults(roughNetwork(Math.floor(random() * 100_000), Date.now()));
  await script();
  const all = await workstation.left();
  for (let step = 0; step < steps * 3; step += 1) {
    if (step >= steps && (await workstation.left()) < all * CALM_SHARE) break;
    await sleep(500 + random() * 3_500);
    const dice = random();
    if (dice < 0.3) await workstation.crashTab(Math.floor(random() * 2));
    else if (dice < 0.55) await workstation.kill();
    else if (dice < 0.8) {
      faults += await playedFaults(sandbox);
      await sandbox.restart();
      await script();
    } else {
      await workstation.offlineFor(500 + random() * 2_000);
      faults += 1;
      continue;
    }
    kills += 1;
  }
  faults += await playedFaults(sandbox);
  await sandbox.faults([]);
  return { kills, faults };
}

/** What is left when nothing moves any more, or when patience ends. */
async function settle(workstation: Workstation): Promise<number> {
  let before = Number.NaN;
  let ends = 0;
  for (;;) {
    await workstation.checkConnection();
    for (let look = 0; look < 20; look += 1) {
      const left = await workstation.left();
      if (left !== before) ends = Date.now() + PATIENCE_MS;
      if (left === 0 || Date.now() > ends) return left;
      before = left;
      await sleep(500);
    }
  }
}
