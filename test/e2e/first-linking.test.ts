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

/** The documented API alone in `npm test`, which has half an hour for everything; both in `npm run test:long`. */
const EXTENSION = process.env['TEST_LONG'] === '1' ? ['off', 'on'] : ['off'];

describe('500 clients of GEM-BOOKS, met by a fresh vault', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'impot-sync-known-office-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it.each(EXTENSION)('no duplicate and no stray invitation, extension %s', async (extension) => {
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
      expect(made.map(({ email }) => email).sort()).toEqual(office.newEmails);

      // Spouses under one number get a code each.
      expect(new Set(made.map(({ code }) => code)).size).toBe(FRESH);
      const log = (await sandbox.get<{ data: { method: string; path: string }[] }>('/sandbox/log')).data;
      const posts = log.filter(({ method, path }) => method === 'POST' && path === '/api/clients');
      expect(posts).toHaveLength(FRESH);
      // Without the extension nobody can be invited; with it, each new address is, once, and no other.
      const mail = extension === 'on' ? await sandbox.list<{ to: string }>('mail') : [];
      const invited = extension === 'on' ? [...new Set(office.newEmails)] : [];
      expect(mail.map(({ to }) => to).sort()).toEqual(invited);

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
