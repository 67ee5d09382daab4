import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Envelope, Invitation, ServerClientRecord } from './support/answers';
import { launchBrowser, newProfile } from './support/browser';
import {
  createVault,
  filterCount,
  openApp,
  pressImporter,
  previewClients,
  previewDocuments,
  unlock,
  waitIdle,
} from './support/job';
import { oneClient } from './support/one-client';
import { startSandbox } from './support/sandbox';
import { seededRandom } from '../tools/seeded-random';

/** A fictitious person of the DT Max list whom GEM-BOOKS does not know, and whose T183 is in the archive. */
const WHO = 'Karim Roitelet';
const ALL = 30;
const SAMPLE = 3;

describe('the proof of the ground: one row and one PDF, Chromium killed at seeded moments, two tabs open', () => {
  let folder: string;
  let list: string;
  let pdf: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'impot-sync-ground-'));
    ({ list, pdf } = await oneClient(folder, WHO));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** What a technician does again after a crash: the same two files; only what is missing is offered. */
  async function finish(page: Page): Promise<void> {
    await previewClients(page, list);
    if ((await filterCount(page, 'À créer')) > 0) await pressImporter(page);
    await waitIdle(page, 90_000);
    await previewDocuments(page, pdf);
    if ((await filterCount(page, 'Prêts')) > 0) await pressImporter(page);
    await waitIdle(page, 90_000);
  }

  const seeds = Array.from({ length: process.env['TEST_LONG'] ? ALL : SAMPLE }, (_, at) => at + 1);
  it.each(seeds)(
    'seed %i',
    async (seed) => {
      const random = seededRandom(seed);
      const duringDocuments = random() < 0.6;
      const delay = Math.floor(random() * 1_500);
      const sandbox = await startSandbox();
      const profile = await newProfile();
      let browser = await launchBrowser(profile.dir);
      try {
        const page = await openApp(browser.context, sandbox.url);
        await createVault(page);
        await openApp(browser.context, sandbox.url, '/#/suivi');
        await page.bringToFront();
        await previewClients(page, list);
        if (duringDocuments) {
          await pressImporter(page);
          await waitIdle(page, 90_000);
          await previewDocuments(page, pdf);
        }
        await page.getByRole('button', { name: 'Importer', exact: true }).click();
        await new Promise((resolve) => setTimeout(resolve, delay));
        await browser.kill();

        browser = await launchBrowser(profile.dir);
        const again = await openApp(browser.context, sandbox.url);
        await unlock(again);
        await openApp(browser.context, sandbox.url, '/#/suivi');
        await again.bringToFront();
        await waitIdle(again, 90_000);
        await finish(again);

        const clients = await sandbox.pages<ServerClientRecord>('clients');
        expect(clients).toHaveLength(41);
        const [created] = clients.filter(({ name }) => name === WHO);
        const envelopes = await sandbox.list<Envelope>('envelopes');
        expect(envelopes.map(({ status, clientId }) => [status, clientId])).toEqual([['sent', created?.id]]);
        const invited = (await sandbox.list<Invitation>('invitations')).filter(({ email }) => email === created?.email);
        expect(invited.map(({ clientIds }) => clientIds)).toEqual([[created?.id]]);
        const mail = await sandbox.list<{ to: string; kind: string }>('mail');
        expect(mail.map(({ to }) => to)).toEqual([created?.email, created?.email]);
      } finally {
        await browser.close();
        await sandbox.close();
        await profile.remove();
      }
    },
    300_000,
  );
});
