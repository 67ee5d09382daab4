import type { BrowserContext, Locator, Page } from 'playwright-core';

/** Fictitious; long enough, no other rule. */
export const PASSPHRASE = 'une phrase fictive pour les essais';
const STEP = 150_000;

/** The one `role="status"` named « Synchronisation ». */
export const badge = (page: Page): Locator => page.getByRole('status', { name: 'Synchronisation' });

/** There once the vault is open; the badge shows while it is locked, too. */
const menu = (page: Page): Locator => page.getByRole('navigation', { name: 'Impôts sync' });

export async function openApp(context: BrowserContext, url: string, hash = '/#/accueil'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}${hash}`);
  return page;
}

export async function createVault(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel('Phrase de passe', { exact: true }).fill(passphrase);
  await page.getByLabel('Confirmer la phrase de passe').fill(passphrase);
  await page.getByRole('button', { name: 'Créer le coffre' }).click();
  await menu(page).waitFor({ timeout: STEP });
}

export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel('Phrase de passe', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Déverrouiller' }).click();
  await menu(page).waitFor({ timeout: STEP });
}

export async function openMenu(page: Page, label: string): Promise<void> {
  await page.getByRole('link', { name: label, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: label }).waitFor({ timeout: STEP });
}

export const filter = (page: Page, label: string): Locator =>
  page.locator('button[aria-pressed]').filter({ hasText: new RegExp(`^\\s*${label}`) });

/** The count in a filter's accessible name, e.g. 12 of « À créer 12 ». */
export async function filterCount(page: Page, label: string): Promise<number> {
  const name = (await filter(page, label).innerText()).replace(/\s+/g, ' ').trim();
  return Number(name.slice(label.length).trim());
}

/** Over a preview the form is folded into one line. */
export async function openForm(page: Page): Promise<void> {
  const edit = page.getByRole('button', { name: 'Modifier', exact: true });
  if (await edit.isVisible()) await edit.click();
}

async function preview(page: Page, input: Locator, files: string | string[], timeout = STEP): Promise<void> {
  await input.setInputFiles(files);
  await page.getByRole('button', { name: 'Aperçu', exact: true }).click();
  await page.getByRole('button', { name: 'Importer', exact: true }).waitFor({ timeout });
}

export async function previewClients(page: Page, file: string, software?: 'DT Max' | 'Taxprep'): Promise<void> {
  await openMenu(page, 'Synchronisation clients');
  await openForm(page);
  if (software) await page.getByLabel('Logiciel').selectOption({ label: software });
  await preview(page, page.getByLabel('Fichier', { exact: true }), file);
}

/** « Prendre le fichier partout », of the e-mails that a list replaces and that are held until then. */
export async function takeFileEmails(page: Page): Promise<void> {
  await page
    .getByRole('group', { name: /courriels? du fichier remplacerai/ })
    .getByRole('button', { name: 'Prendre le fichier partout' })
    .click();
}

export async function previewDocuments(
  page: Page,
  files: string | string[],
  year = 2025,
  timeout = STEP,
): Promise<void> {
  await openMenu(page, 'Envois des documents');
  await openForm(page);
  const yearField = page.getByLabel('Année', { exact: true });
  if ((await yearField.evaluate((element) => element.tagName)) === 'SELECT') await yearField.selectOption(String(year));
  else await yearField.fill(String(year));
  await preview(page, page.getByLabel('Fichier .zip', { exact: true }), files, timeout);
}

/** Presses **Importer** and waits until the batch is in the outbox (the button leaves with the preview). */
export async function pressImporter(page: Page, timeout = STEP): Promise<void> {
  const button = page.getByRole('button', { name: 'Importer', exact: true });
  await button.click();
  await button.waitFor({ state: 'detached', timeout });
}

/** Waits until nothing is pending: everything was sent, held or rejected. */
export async function waitIdle(page: Page, timeout = STEP): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[role="status"][data-pending]')?.getAttribute('data-pending') === '0',
    undefined,
    { timeout },
  );
}
