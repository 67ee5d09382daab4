import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServerClientRecord } from './support/answers';
import { launchBrowser, newProfile } from './support/browser';
import { createVault, filterCount, openApp, openMenu, pressImporter, previewClients, waitIdle } from './support/job';
import { makeKnownOffice } from './support/known-office';
import { startSandbox } from './support/sandbox';

const KNOWN = 500;
const FRESH = 10;
const ZONE_POSTS = /^\/api\/(clients|impot-sync\/v1\/invitations)$/;

describe('500 clients of GEM-BOOKS, met by a fresh vault', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'impot-sync-known-office-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it.each(['off', 'on'])('no duplicate and no stray invitation, extension %s', async (extension) => {
    const office = makeKnownOffice(KNOWN, FRESH);
    const [clientsFile, list] = [join(dir, 'clients.json'), join(dir, 'clients-dtmax.csv')];
    await writeFile(clientsFile, JSON.stringify(office.clients));
    await writeFile(list, office.list);
    const sandbox = await startSandbox({ SANDBOX_EXTENSION: extension, SANDBOX_CLIENTS: clientsFile });
    const profile = await newProfile();
    const browser = await launchBrowser(profile.dir);
    try {
      const page = await openApp(browser.context, sandbox.url);
      await createVault(page);
      await previewClients(page, list);
      expect(await filterCount(page, 'À créer')).toBe(FRESH);
      expect(await filterCount(page, 'À vérifier')).toBe(0);
      expect(await filterCount(page, 'En erreur')).toBe(0);
      await pressImporter(page);
      await waitIdle(page);

      const clients = await sandbox.pages<ServerClientRecord>('clients');
      expect(clients).toHaveLength(KNOWN + FRESH);
      const before = new Set(office.clients.map(({ id }) => id));
      const made = clients.filter(({ id }) => !before.has(id));
      expect(made.map(({ code }) => code).sort()).toEqual([...office.newCodes].sort());

      const log = (await sandbox.get<{ data: { method: string; path: string }[] }>('/sandbox/log')).data;
      const posts = log.filter(({ method, path }) => method === 'POST' && ZONE_POSTS.test(path));
      // Without the extension nobody can be invited; with it, the new ones are, and only they.
      expect(posts).toHaveLength(extension === 'on' ? 2 * FRESH : FRESH);
      const mail = extension === 'on' ? await sandbox.list<{ to: string }>('mail') : [];
      const addresses = made.map(({ email }) => email);
      expect(mail.map(({ to }) => to).sort()).toEqual(extension === 'on' ? addresses.sort() : []);

      // The same list again, from the same vault: nobody is new.
      await openMenu(page, 'Accueil');
      await previewClients(page, list);
      expect(await filterCount(page, 'À créer')).toBe(0);
      expect(await filterCount(page, 'À vérifier')).toBe(0);
    } finally {
      await browser.close();
      await sandbox.close();
      await profile.remove();
    }
  });
});
