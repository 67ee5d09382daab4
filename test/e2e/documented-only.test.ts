import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import {
  badge,
  filter,
  filterCount,
  openForm,
  openMenu,
  pressImporter,
  previewClients,
  previewDocuments,
  takeFileEmails,
  waitIdle,
} from './support/job';
import { SANDBOX_KEY } from './support/sandbox';
import type { Sandbox } from './support/sandbox';
import { desk } from './support/workstation';
import { verifyPackage } from '../tools/verify-package';
import type { ServerClientRecord } from './support/answers';

const path = (name: string): string => new URL(`../../public/fictif/${name}`, import.meta.url).pathname;
/** Her e-mail differs between the list and GEM-BOOKS, and the documented PUT cannot change it. */
const SIMONE = {
  name: 'Simone Cornouiller',
  before: 'simone.cornouiller@example.net',
  after: 'simone.cornouiller@example.com',
};

describe('GEM-BOOKS as it is documented, without the extension', () => {
  let sandbox: Sandbox;
  let page: Page;

  desk({ SANDBOX_EXTENSION: 'off' }, (opened) => void ({ sandbox, page } = opened));

  it('lists what it cannot change, and never marks it as sent', async () => {
    await previewClients(page, path('clients-dtmax.csv'));
    await takeFileEmails(page);
    await page.getByText('dans la liste «\u00a0À corriger dans GEM-BOOKS\u00a0»').waitFor();
    await pressImporter(page);
    await waitIdle(page, 120_000);
    await openMenu(page, 'Suivi des envois');
    await filter(page, 'À corriger').click();
    await page.getByRole('row', { name: `${SIMONE.name} — À corriger` }).waitFor();
    await page.getByRole('link', { name: 'Ouvrir la liste' }).click();
    await page.getByRole('heading', { level: 1, name: 'À corriger dans GEM-BOOKS' }).waitFor();
    expect(await filterCount(page, 'À corriger')).toBeGreaterThan(0);
    expect(await filterCount(page, 'Faits')).toBe(0);
  });

  it('is a CSV with its accents, before and after, and no SIN', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger la liste (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('a-corriger-gem-books.csv');
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFFCode client;')).toBe(true);
    expect(text).toContain(`${SIMONE.name};Courriel;${SIMONE.before};${SIMONE.after};`);
    expect(text).toContain('Chargé de compte');
    expect(text.replace(/\u2022/g, '')).not.toMatch(/\d{3}[ -]?\d{3}[ -]?\d{3}/);
  });

  it('« Fait » by hand with its day, and undone', async () => {
    await page.getByRole('row', { name: `${SIMONE.name} — À corriger` }).click();
    const detail = page.getByRole('region', { name: 'Détail des corrections' });
    await detail.getByLabel('Fait le', { exact: true }).fill('2026-04-30');
    await detail.getByRole('button', { name: 'Fait\u00a0: Courriel' }).click();
    await detail.getByText('Fait le 2026-04-30, noté à la main').waitFor();
    await detail.getByRole('button', { name: 'Annuler\u00a0: Courriel' }).click();
    await detail.getByRole('button', { name: 'Fait\u00a0: Courriel' }).waitFor();
  });

  it('the same list again asks for nothing twice', async () => {
    const before = await filterCount(page, 'À corriger');
    await previewClients(page, path('clients-dtmax.csv'));
    await pressImporter(page);
    await waitIdle(page, 120_000);
    await page.goto(`${sandbox.url}/#/suivi/a-corriger`);
    expect(await filterCount(page, 'À corriger')).toBe(before);
  });

  it('a reading of GEM-BOOKS recognises what was corrected there', async () => {
    const check = page.getByRole('button', { name: 'Vérifier dans GEM-BOOKS' });
    await check.click();
    await page.getByText('rien de nouveau n’y est corrigé').waitFor();
    const clients = await sandbox.pages<ServerClientRecord>('clients');
    const simone = clients.find(({ name }) => name === SIMONE.name);
    // As the office does it in GEM-BOOKS: the sandbox takes more than the documentation says.
    const response = await fetch(`${sandbox.url}/sandbox/clients/${simone?.id}`, {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${SANDBOX_KEY}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: SIMONE.after }),
    });
    expect(response.status).toBe(200);
    await check.click();
    await page.getByText('1 correction reconnue dans GEM-BOOKS').waitFor();
    await filter(page, 'Faits').click();
    await page.getByRole('row', { name: `${SIMONE.name} — Fait` }).click();
    await page.getByText('GEM-BOOKS montre la nouvelle valeur').waitFor();
  });

  it('a client that was made twice on the way is on the list, to be removed by hand', async () => {
    await sandbox.faults([{ method: 'POST', path: '^/api/clients$', nth: 2, fault: { kind: 'duplicate' } }]);
    await previewClients(page, path('clients-taxprep.xlsx'), 'Taxprep');
    await pressImporter(page);
    await waitIdle(page, 120_000);
    await sandbox.faults([]);
    const clients = await sandbox.pages<ServerClientRecord>('clients');
    const twice = clients.filter(({ id, code, name }) =>
      clients.some((other) => other.id !== id && other.code === code && other.name === name),
    );
    expect(twice).toHaveLength(2);
    await page.goto(`${sandbox.url}/#/suivi/a-corriger`);
    await page.getByRole('row', { name: `${twice[0]?.name} — À corriger` }).click();
    const detail = page.getByRole('region', { name: 'Détail des corrections' });
    await detail.getByRole('heading', { name: 'Fiche en double' }).waitFor();
    const shown = (await detail.innerText()).match(/fiche n°\s(\d+)/)?.[1];
    expect(twice.map(({ id }) => String(id))).toContain(shown);
  });

  it('prepares envelopes, sends none, and says so', async () => {
    await previewDocuments(page, path('t183-2025.zip'));
    await page.getByText('24 enveloppes seront préparées').waitFor();
    await openForm(page);
    await page.getByLabel('Étiquettes', { exact: true }).fill('Saison 2025, À relancer');
    await page.getByLabel('Suivi', { exact: true }).fill('2099-05-15');
    await pressImporter(page);
    await page.getByText('Rien n’est parti').waitFor();
    await openMenu(page, 'Suivi des envois');
    await filter(page, 'À exporter').filter({ hasText: '24' }).waitFor();
    expect(await badge(page).getAttribute('data-pending')).toBe('0');
  });

  it('exports them as a ZIP by client that verifies; exported is not sent', async () => {
    const [saved] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('button', { name: 'Exporter le paquet (.zip)' }).click(),
    ]);
    const archive = await readFile(await saved.path());
    expect(verifyPackage(archive)).toEqual({ files: 24, faults: [] });
    expect(archive.toString('utf8').split(';Saison 2025, À relancer;2099-05-15;Signature;')).toHaveLength(25);
    await page.getByText('Le paquet est écrit').waitFor();
    await filter(page, 'Exportés, à transmettre à la main').filter({ hasText: '24' }).waitFor();
  });

  it('is followed by hand: transmitted, signed, and taken back', async () => {
    await filter(page, 'Exportés, à transmettre à la main').click();
    await page
      .getByRole('row', { name: /— Exporté, à transmettre à la main$/ })
      .first()
      .click();
    const detail = page.getByRole('region', { name: 'Détail de l’envoi' });
    await detail.getByText('Étiquettes\u00a0: Saison 2025, À relancer').waitFor();
    await detail.getByText('Suivi le 2099-05-15').waitFor();
    await detail.getByLabel('Date', { exact: true }).fill('2026-04-29');
    await detail.getByRole('button', { name: 'Transmis le 2026-04-29' }).click();
    await detail.getByText('Transmis le 2026-04-29, noté à la main').waitFor();
    await detail.getByRole('button', { name: 'Signé le 2026-04-29' }).click();
    await detail.getByText('Signé le 2026-04-29, noté à la main').waitFor();
    await detail.getByRole('button', { name: 'Annuler «\u00a0Transmis\u00a0»' }).click();
    await detail.getByRole('button', { name: /^Transmis le/ }).waitFor();
    expect(await detail.getByText('noté à la main').count()).toBe(0);
  });

  it('makes one reminder per client in GEM-BOOKS, also when the answers are lost', async () => {
    await sandbox.faults([
      { method: 'POST', path: '/api/reminders', every: 3, times: 4, fault: { kind: 'cut-after' } },
      { method: 'POST', path: '/api/reminders', every: 5, times: 3, fault: { kind: 'cut-before' } },
    ]);
    expect(await page.getByLabel('Rappel le').inputValue()).toBe('2099-05-15');
    await page.getByLabel('Rappel le').fill('2026-05-07');
    await page.getByRole('button', { name: 'Créer un rappel par client (24)' }).click();
    await page.getByText('24 rappels en route vers GEM-BOOKS').waitFor();
    await waitIdle(page, 120_000);
    await sandbox.faults([]);
    const reminders = await sandbox.pages<Record<string, unknown>>('reminders');
    expect(reminders).toHaveLength(24);
    expect(new Set(reminders.map(({ moduleID }) => moduleID)).size).toBe(24);
    for (const { module, date, titre, labels, notes } of reminders) {
      expect(notes).toContain('Suivi le 2099-05-15.');
      expect({ module, date, titre, labels }).toEqual({
        labels: 'Saison 2025, À relancer',
        module: 'clients',
        date: '2026-05-07',
        titre: 'Impôt Sync\u00a0: 1 document à suivre',
      });
    }
    expect(await page.getByRole('button', { name: /^Créer un rappel par client/ }).count()).toBe(0);
  });

  it('the same ZIP dropped again is known', async () => {
    await previewDocuments(page, path('t183-2025.zip'));
    expect(await filterCount(page, 'Déjà préparés')).toBe(24);
    expect(await filterCount(page, 'Prêts')).toBe(0);
    await page.getByRole('row').nth(1).click();
    await page.getByText(/^Déjà préparé sur ce poste le .*: exporté, pas encore noté transmis\.$/).waitFor();
  });

  it('nothing of the extension was written to, and no other client is doubled', async () => {
    const log = (await sandbox.get<{ data: { method: string; path: string }[] }>('/sandbox/log')).data;
    expect(log.filter(({ method, path: to }) => method !== 'GET' && to.includes('/impot-sync/'))).toEqual([]);
    expect(await sandbox.pages('clients')).toHaveLength(78);
  });
});
