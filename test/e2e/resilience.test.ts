import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Envelope, Invitation, ServerClientRecord } from './support/answers';
import { launchBrowser, newProfile } from './support/browser';
import type { TestBrowser } from './support/browser';
import {
  badge,
  createVault,
  openApp,
  pressImporter,
  previewClients,
  previewDocuments,
  unlock,
  waitIdle,
} from './support/job';
import { startSandbox } from './support/sandbox';
import type { Sandbox } from './support/sandbox';

const path = (name: string): string => new URL(`../../public/fictif/${name}`, import.meta.url).pathname;

/** Every envelope once, sent, each to an address of its own; every e-mail of a sending once. */
async function expectExactlyOnce(sandbox: Sandbox): Promise<void> {
  const envelopes = await sandbox.list<Envelope>('envelopes');
  expect(envelopes.map(({ status }) => status)).toEqual(Array.from({ length: 24 }, () => 'sent'));
  expect(new Set(envelopes.map(({ clientId }) => clientId)).size).toBe(24);
  const mail = (await sandbox.list<{ kind: string; to: string; envelopeId: string | null }>('mail')).filter(
    ({ envelopeId }) => envelopeId !== null,
  );
  expect(mail).toHaveLength(24);
  expect(new Set(mail.map(({ to }) => to)).size).toBe(24);
  const emails = (await sandbox.list<Invitation>('invitations')).map(({ email }) => email.toLowerCase());
  expect(new Set(emails).size).toBe(emails.length);
  const clients = await sandbox.pages<ServerClientRecord>('clients');
  expect(clients).toHaveLength(77);
  expect(new Set(clients.map(({ name, email, code }) => `${name}|${email}|${code}`)).size).toBe(77);
}

describe('nothing lost, nothing twice', () => {
  const cleanups: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  async function office(): Promise<{ sandbox: Sandbox; profile: string; browser: TestBrowser; page: Page }> {
    const sandbox = await startSandbox();
    cleanups.push(() => sandbox.close());
    const profile = await newProfile();
    cleanups.push(() => profile.remove());
    const browser = await launchBrowser(profile.dir);
    cleanups.push(() => browser.close());
    const page = await openApp(browser.context, sandbox.url);
    await createVault(page);
    return { sandbox, profile: profile.dir, browser, page };
  }

  async function importClients(page: Page): Promise<void> {
    await previewClients(page, path('clients-dtmax.csv'));
    await pressImporter(page);
    await waitIdle(page, 120_000);
    await previewClients(page, path('clients-taxprep.xlsx'), 'Taxprep');
    await pressImporter(page);
    await waitIdle(page, 120_000);
  }

  it('with all three imports confirmed one after the other, none waited for', async () => {
    const { sandbox, page } = await office();
    await previewClients(page, path('clients-dtmax.csv'));
    await pressImporter(page);
    await previewClients(page, path('clients-taxprep.xlsx'), 'Taxprep');
    await pressImporter(page);
    await previewDocuments(page, path('t183-2025.zip'));
    await pressImporter(page);
    // How many are left by now is the machine's business.
    expect(Number(await badge(page).getAttribute('data-pending'))).toBeGreaterThan(0);
    await waitIdle(page, 200_000);
    await expectExactlyOnce(sandbox);
  }, 400_000);

  it('with the network cut between Aperçu and Importer', async () => {
    const { sandbox, browser, page } = await office();
    await importClients(page);
    await previewDocuments(page, path('t183-2025.zip'));
    await browser.context.setOffline(true);
    await pressImporter(page);
    expect(await sandbox.list('envelopes')).toHaveLength(0);
    await page.waitForTimeout(3_000);
    expect(await sandbox.list('envelopes')).toHaveLength(0);
    await browser.context.setOffline(false);
    await waitIdle(page, 150_000);
    await expectExactlyOnce(sandbox);
  }, 400_000);

  it('with Chromium killed while the 24 are being sent, three times, two tabs open', async () => {
    const { sandbox, profile, browser, page } = await office();
    await importClients(page);
    await previewDocuments(page, path('t183-2025.zip'));
    await pressImporter(page);
    let current = browser;
    for (const sent of [3, 10, 18]) {
      await expect
        .poll(async () => (await sandbox.list('envelopes')).length, { timeout: 90_000, interval: 30 })
        .toBeGreaterThanOrEqual(sent);
      await current.kill();
      const before = (await sandbox.list('envelopes')).length;
      current = await launchBrowser(profile);
      cleanups.push(() => current.close());
      const first = await openApp(current.context, sandbox.url);
      await first.getByRole('button', { name: 'Déverrouiller' }).waitFor({ timeout: 60_000 });
      // Locked after a restart: nothing moves.
      await first.waitForTimeout(500);
      expect(await sandbox.list('envelopes')).toHaveLength(before);
      await unlock(first);
      await openApp(current.context, sandbox.url, '/#/suivi');
    }
    const [last] = current.context.pages().slice(-1);
    if (!last) throw new Error('no page');
    await waitIdle(last, 150_000);
    await expectExactlyOnce(sandbox);
  }, 600_000);
});
