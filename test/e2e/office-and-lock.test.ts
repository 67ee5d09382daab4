import AxeBuilder from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import {
  badge,
  createVault,
  filterCount,
  openApp,
  openMenu,
  PASSPHRASE,
  pressImporter,
  previewClients,
  previewDocuments,
  takeFileEmails,
  unlock,
  waitIdle,
} from './support/job';
import { sandboxOf, workstation } from './support/workstation';

const fictif = (name: string): string => new URL(`../../public/fictif/${name}`, import.meta.url).pathname;
const trap = (name: string): string => new URL(`../fixtures/traps/${name}`, import.meta.url).pathname;

/** From Configurations; what the download holds. */
async function exportOffice(page: Page): Promise<string> {
  await openMenu(page, 'Configurations');
  await page.getByText('Emporter le bureau vers un autre poste').click();
  await page.getByLabel('Phrase de passe du bureau (pour le fichier)').fill('pas la bonne phrase de passe');
  await page.getByLabel('Confirmer la phrase de passe du fichier').fill('pas la bonne phrase de passe');
  const button = page.getByRole('button', { name: 'Exporter le bureau' });
  await button.click();
  await page.locator('[aria-invalid="true"]').waitFor();
  await page.getByLabel('Phrase de passe du bureau (pour le fichier)').fill(PASSPHRASE);
  await page.getByLabel('Confirmer la phrase de passe du fichier').fill(PASSPHRASE);
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toBe('impot-sync-bureau.json');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

describe('one office, several workstations', () => {
  it('a fresh vault must join the office, knows its clients, and sends nothing that was sent', async () => {
    const sandbox = await sandboxOf();
    const first = await openApp((await workstation()).context, sandbox.url);
    await createVault(first);
    await previewClients(first, fictif('clients-dtmax.csv'));
    // A replaced e-mail that nobody decided on would still be one on the second workstation.
    await takeFileEmails(first);
    await pressImporter(first);
    await waitIdle(first, 120_000);
    await previewClients(first, fictif('clients-taxprep.xlsx'), 'Taxprep');
    await pressImporter(first);
    await waitIdle(first, 120_000);
    await previewDocuments(first, fictif('t183-2025.zip'));
    await pressImporter(first);
    await waitIdle(first, 150_000);
    expect(await sandbox.list('envelopes')).toHaveLength(24);
    const clients = (await sandbox.pages('clients')).length;
    const invitations = (await sandbox.list('invitations')).length;

    const second = await openApp((await workstation()).context, sandbox.url);
    await createVault(second, 'une autre phrase fictive, du deuxième poste');
    await second.getByRole('button', { name: 'Rejoindre ce bureau' }).waitFor();
    await second.getByLabel('Phrase de passe du bureau', { exact: true }).fill('pas la bonne phrase de passe');
    await second.getByRole('button', { name: 'Rejoindre ce bureau' }).click();
    await second.locator('[aria-invalid="true"]').waitFor();
    await second.getByLabel('Phrase de passe du bureau', { exact: true }).fill(PASSPHRASE);
    await second.getByRole('button', { name: 'Rejoindre ce bureau' }).click();
    await second.getByRole('button', { name: 'Rejoindre ce bureau' }).waitFor({ state: 'detached' });

    await previewClients(second, fictif('clients-dtmax.csv'));
    expect(await filterCount(second, 'À créer')).toBe(0);
    expect(await filterCount(second, 'Inchangés')).toBe(58);
    // Nothing leaves, and yet the clients must be kept here, or no document would be recognised.
    await pressImporter(second);
    await waitIdle(second);
    await previewDocuments(second, fictif('t183-2025.zip'));
    expect(await filterCount(second, 'Prêts')).toBe(0);
    // 19 of the 24 are clients of this list; the others are on the Taxprep list, which this workstation has not read.
    expect(await filterCount(second, 'Déjà envoyés')).toBe(19);
    await second
      .getByRole('row', { name: / — Déjà envoyé$/ })
      .first()
      .click();
    const detail = second.getByRole('region', { name: 'Détail du document' });
    await detail.getByText(/^Déjà envoyé le \d{4}-\d\d-\d\d à .* par Utilisateur du bac à sable\.$/).waitFor();
    expect(await sandbox.list('envelopes')).toHaveLength(24);
    expect(await sandbox.pages('clients')).toHaveLength(clients);
    expect(await sandbox.list('invitations')).toHaveLength(invitations);

    // A third one receives the office by file.
    const file = await exportOffice(first);
    const third = await openApp((await workstation()).context, sandbox.url);
    await createVault(third, 'une troisième phrase fictive, pour ce poste');
    await third.getByText('Rejoindre par un fichier du bureau').click();
    await third.getByLabel('Fichier du bureau', { exact: true }).setInputFiles(trap('empty.csv'));
    await third.getByLabel('Phrase de passe du bureau (pour le fichier)').fill('pas la bonne phrase de passe');
    const openFile = third.getByRole('button', { name: 'Ouvrir le fichier du bureau' });
    await openFile.click();
    await third
      .getByRole('alert')
      .getByText(/n’est pas celui d’un bureau/)
      .waitFor();
    await third.getByLabel('Fichier du bureau', { exact: true }).setInputFiles({
      name: 'impot-sync-bureau.json',
      mimeType: 'application/json',
      buffer: Buffer.from(file),
    });
    await openFile.click();
    await third.locator('input[type="password"][aria-invalid="true"]').waitFor();
    await third.getByLabel('Phrase de passe du bureau (pour le fichier)').fill(PASSPHRASE);
    await openFile.click();
    await openFile.waitFor({ state: 'detached' });
    // Both lists change nothing, the second as the first: each is kept here, and nothing leaves.
    await previewClients(third, fictif('clients-dtmax.csv'));
    expect(await filterCount(third, 'Inchangés')).toBe(58);
    await pressImporter(third);
    await previewClients(third, fictif('clients-taxprep.xlsx'), 'Taxprep');
    expect(await filterCount(third, 'À créer')).toBe(0);
    await pressImporter(third);
    await previewDocuments(third, fictif('t183-2025.zip'));
    expect(await filterCount(third, 'Prêts')).toBe(0);
    expect(await filterCount(third, 'Déjà envoyés')).toBe(24);
    await third
      .getByRole('row', { name: / — Déjà envoyé$/ })
      .first()
      .click();
    await third
      .getByRole('region', { name: 'Détail du document' })
      .getByText(/^Déjà envoyé le \d{4}-\d\d-\d\d à .* par Utilisateur du bac à sable\.$/)
      .waitFor();
    expect(await sandbox.list('envelopes')).toHaveLength(24);
    expect(await sandbox.pages('clients')).toHaveLength(clients);
    expect(await sandbox.list('invitations')).toHaveLength(invitations);
  }, 900_000);

  it('locking while a batch is on its way: it goes on, and the queue empties', async () => {
    const sandbox = await sandboxOf();
    const page = await openApp((await workstation()).context, sandbox.url);
    await createVault(page);
    await previewClients(page, fictif('clients-dtmax.csv'));
    await pressImporter(page);
    await page.getByRole('button', { name: 'Verrouiller' }).first().click();
    await page.getByRole('button', { name: 'Déverrouiller' }).waitFor();
    expect(Number(await badge(page).getAttribute('data-pending'))).toBeGreaterThan(0);
    await waitIdle(page, 120_000);
    expect(await sandbox.pages('clients')).toHaveLength(66);
  }, 300_000);
});

describe('bad input, in words, with nothing lost', () => {
  async function refusedWith(page: Page, screen: string, label: string, file: string): Promise<string> {
    await openMenu(page, screen);
    await page.getByLabel(label, { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Aperçu', exact: true }).click();
    const alert = page.getByRole('alert').first();
    await alert.waitFor({ timeout: 60_000 });
    return (await alert.innerText()).replace(/\s+/g, ' ');
  }

  it('names what is wrong with a list or an archive, and the next good file is read', async () => {
    const sandbox = await sandboxOf();
    const page = await openApp((await workstation()).context, sandbox.url);
    await createVault(page);
    const said = new Set<string>();
    for (const name of ['empty.csv', 'no-known-header.csv', 't2-return.csv']) {
      said.add(await refusedWith(page, 'Synchronisation clients', 'Fichier', trap(name)));
    }
    for (const name of ['not-a-zip.zip', 'empty.zip', 'no-pdf.zip']) {
      said.add(await refusedWith(page, 'Envois des documents', 'Fichier .zip', trap(name)));
    }
    expect(said.size).toBe(6);
    for (const words of said) expect(words.length).toBeGreaterThan(30);
    await previewClients(page, fictif('clients-dtmax.csv'));
    expect(await filterCount(page, 'À créer')).toBe(26);
    await page.getByRole('link', { name: 'Envois des documents', exact: true }).click();
    await previewDocuments(page, [
      trap('damaged.pdf'),
      trap('needs-password.pdf'),
      trap('xfa.pdf'),
      trap('not-a-pdf.pdf'),
    ]);
    expect(await filterCount(page, 'Refusés')).toBe(4);
  }, 300_000);
});

describe('every screen, by axe', () => {
  it('nothing serious, at both sizes, light and dark', async () => {
    const sandbox = await sandboxOf();
    const browser = await workstation();
    const page = await openApp(browser.context, sandbox.url);
    const serious: string[] = [];
    const look = async (where: string): Promise<void> => {
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        for (const { id, impact, nodes } of violations) {
          if (impact === 'serious' || impact === 'critical') serious.push(`${where} ${scheme}: ${id} ×${nodes.length}`);
        }
      }
      const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      if (wider) serious.push(`${where}: scrolls sideways`);
    };
    await page.getByRole('button', { name: 'Créer le coffre' }).waitFor();
    await look('first start');
    await createVault(page);
    await previewClients(page, fictif('clients-dtmax.csv'));
    for (const size of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size);
      await look(`preview ${size.width}`);
      for (const hash of ['accueil', 'envois', 'suivi', 'taches', 'modeles', 'configurations/api']) {
        await page.evaluate((to) => (location.hash = `#/${to}`), hash);
        await page.locator('h1').waitFor();
        await look(`${hash} ${size.width}`);
      }
      await page.evaluate(() => (location.hash = '#/clients'));
    }
    expect(serious).toEqual([]);
  }, 300_000);
});

describe('the documented API alone', () => {
  it('synchronises clients without a duplicate, and invites nobody', async () => {
    const sandbox = await sandboxOf({ SANDBOX_EXTENSION: 'off' });
    const page = await openApp((await workstation()).context, sandbox.url);
    await createVault(page);
    await previewClients(page, fictif('clients-dtmax.csv'));
    expect(await filterCount(page, 'À créer')).toBe(26);
    await pressImporter(page);
    await waitIdle(page, 120_000);
    expect(await sandbox.pages('clients')).toHaveLength(66);
    expect(Number(await badge(page).getAttribute('data-rejected'))).toBe(0);
    const log = (await sandbox.get<{ data: { method: string; path: string }[] }>('/sandbox/log')).data;
    expect(log.filter(({ method, path }) => method !== 'GET' && path.includes('/impot-sync/'))).toEqual([]);
  }, 300_000);
});

describe('after an office has been joined', () => {
  it('a batch is prepared offline, and leaves when the network is back', async () => {
    const sandbox = await sandboxOf();
    const browser = await workstation();
    const page = await openApp(browser.context, sandbox.url);
    await createVault(page);
    await previewClients(page, fictif('clients-dtmax.csv'));
    await pressImporter(page);
    await waitIdle(page, 120_000);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.close();
    await browser.context.setOffline(true);
    const offline = await openApp(browser.context, sandbox.url);
    await unlock(offline);
    await previewClients(offline, fictif('clients-taxprep.xlsx'), 'Taxprep');
    const created = await filterCount(offline, 'À créer');
    expect(created).toBeGreaterThan(0);
    await pressImporter(offline);
    expect(await sandbox.pages('clients')).toHaveLength(66);
    await browser.context.setOffline(false);
    await waitIdle(offline, 120_000);
    expect(await sandbox.pages('clients')).toHaveLength(66 + created);
  }, 300_000);
});
