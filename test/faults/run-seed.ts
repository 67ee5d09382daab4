import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeBundle } from '../tools/node-bundle.mjs';
import { SANDBOX_KEY, startSandbox } from '../e2e/support/sandbox';
import type { Sandbox } from '../e2e/support/sandbox';
import { checkServer } from './check-server';
import { DurableOutbox } from './durable-outbox';
import { documentedPosts } from './documented-posts';
import { makeWork } from './make-work';
import type { WorkSize } from './make-work';
import { playedFaults } from './played-faults';
import { roughNetwork } from './rough-network';
import type { SeedResult } from './seed-result';
import { seededRandom } from '../tools/seeded-random';
import { Tabs } from './tabs';

/** Of everything: enough that hardly a minute is quiet, little enough that it ends. */
export const WHOLE: WorkSize = { creates: 120, updates: 100, patches: 80, envelopes: 200 };
export const SAMPLE: WorkSize = { creates: 12, updates: 10, patches: 8, envelopes: 20 };

/**
 * Kills and cuts in one seed, at least; on a slow machine, until most of the work has gone through them. After them it is
 * calm, and the outbox must empty.
 */
const ROUGH_STEPS = 12;
const MOST_ROUGH_STEPS = 60;
const CALM_SHARE = 0.3;
/** Without anything settling; a slow machine may take longer over the whole. */
const PATIENCE_MS = 240_000;

/** One seed from confirmation to an empty outbox, then judged by the server's database alone. */
export async function runSeed(seed: number, size: WorkSize): Promise<SeedResult> {
  const folder = await mkdtemp(join(tmpdir(), 'impot-sync-faults-'));
  const random = seededRandom(seed);
  const shape = makeWork(seed, size, '', 0);
  const clientsFile = join(folder, 'clients.json');
  await writeFile(clientsFile, JSON.stringify(shape.existing));
  const sandbox = await startSandbox({ SANDBOX_CLIENTS: clientsFile, ...documentedPosts(seed) });
  const outbox = join(folder, 'outbox.db');
  const store = new DurableOutbox(outbox);
  try {
    const templates = await sandbox.list<{ id: string }>('email-templates');
    const epoch = Date.now();
    const work = makeWork(seed, size, templates[0]?.id ?? '', epoch);
    store.confirm(work);
    await sandbox.faults(roughNetwork(seed, Date.now()));
    const tabs = new Tabs(await nodeBundle('test/faults/tab.ts'), {
      outbox,
      url: sandbox.url,
      key: SANDBOX_KEY,
      epoch,
    });
    const rough = await playRough(sandbox, tabs, store, random);
    await sandbox.faults([]);
    let left = store.countUnsettled();
    let ends = Date.now() + PATIENCE_MS;
    while (left > 0 && Date.now() < ends) {
      tabs.tell('signed-in');
      await sleep(250);
      const now = store.countUnsettled();
      if (now !== left) ends = Date.now() + PATIENCE_MS;
      left = now;
    }
    await tabs.close();
    const faults = rough.faults + (await playedFaults(sandbox));
    await sandbox.kill();
    const undelivered = store.left();
    return {
      seed,
      ...checkServer(join(sandbox.data, 'gem-books.db'), work),
      outboxLeft: undelivered.length,
      kills: rough.kills,
      faults,
    };
  } finally {
    store.close();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function playRough(
  sandbox: Sandbox,
  tabs: Tabs,
  store: DurableOutbox,
  random: () => number,
): Promise<{ kills: number; faults: number }> {
  let kills = 0;
  let faults = 0;
  const all = store.countUnsettled();
  for (let step = 0; step < MOST_ROUGH_STEPS; step++) {
    const left = store.countUnsettled();
    if (left === 0 || (step >= ROUGH_STEPS && left < all * CALM_SHARE)) break;
    await sleep(600 + random() * 1_400);
    const dice = random();
    if (dice < 0.35) await tabs.kill('leader');
    else if (dice < 0.5) await tabs.kill('follower');
    else if (dice < 0.75) {
      faults += await playedFaults(sandbox);
      await sandbox.restart();
      await sandbox.faults(roughNetwork(Math.floor(random() * 100_000), Date.now()));
    } else {
      tabs.tell('offline');
      await sleep(300 + random() * 700);
      tabs.tell('online');
      faults += 1;
      continue;
    }
    kills += 1;
    tabs.tell('signed-in');
  }
  return { kills, faults };
}
