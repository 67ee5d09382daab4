import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { encodeText } from '../fixtures/generate/lists/encode-text';
import { createVault, filterCount, openApp, openMenu } from './support/job';
import { fileOf } from './support/made-batch';
import { sandboxOf, workstation } from './support/workstation';

/** Fictitious. One accent alone, which MacRoman and windows-1252 both make a letter of. */
const LIST = 'Cabinet Fictif;;\r\nNo client;Nom;Courriel\r\nC-9101;BISE, C\u00e9leste;celeste.inventee@example.com\r\n';

const select = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const doctor = (page: Page) => page.locator('details').filter({ hasText: 'Lecture du fichier' });

it('what was decided is said with its reason, changed with one click, remembered, and forgotten', async () => {
  const file = await fileOf('clients.csv', encodeText(LIST, 'macroman'));
  const sandbox = await sandboxOf();
  const page = await openApp((await workstation()).context, sandbox.url);
  await createVault(page);
  await openMenu(page, 'Synchronisation clients');
  const importer = page.getByRole('button', { name: 'Importer', exact: true });
  const preview = async () => {
    await page.getByLabel('Fichier', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Aperçu', exact: true }).click();
    await importer.waitFor();
    if ((await doctor(page).getAttribute('open')) === null) await doctor(page).locator('summary').click();
  };

  await preview();
  expect(await filterCount(page, 'À créer')).toBe(1);
  expect(await select(page, 'Encodage').inputValue()).toBe('macroman');
  expect(await select(page, 'Séparateur').inputValue()).toBe(';');
  expect(await select(page, 'Ligne d’en-tête').inputValue()).toBe('2');
  const said = (await doctor(page).innerText()).replace(/\s+/g, ' ');
  expect(said).toContain('c’est ainsi que les accents font du français');
  expect(said).toContain('3 en-têtes connus avec « point-virgule »');
  expect(said).toContain('1 ligne de titre au-dessus de l’en-tête');
  expect(said).toContain('Nom Nom complet BISE, Céleste Céleste Bise');

  // One click reads it again in the worker: in windows-1252 the same byte is « Ž ».
  await select(page, 'Encodage').selectOption('windows-1252');
  await page.getByRole('row', { name: 'CŽleste Bise — À créer' }).waitFor();
  await doctor(page).getByText('Vos choix sont retenus', { exact: false }).waitFor();

  await openMenu(page, 'Accueil');
  await openMenu(page, 'Synchronisation clients');
  await preview();
  expect(await select(page, 'Encodage').inputValue()).toBe('windows-1252');
  await doctor(page).getByText('retenu pour les listes', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: 'Revenir à la détection' }).click();
  await page.getByRole('row', { name: 'Céleste Bise — À créer' }).waitFor();

  await openMenu(page, 'Accueil');
  await openMenu(page, 'Synchronisation clients');
  await preview();
  expect(await select(page, 'Encodage').inputValue()).toBe('macroman');

  // A header row that leaves no row below is said, and there is a way back.
  await select(page, 'Ligne d’en-tête').selectOption('3');
  await page.getByText('La liste n’a aucune ligne sous son en-tête.').waitFor();
  await page.getByRole('button', { name: 'Revenir à la détection' }).click();
  await importer.waitFor();
  expect(await filterCount(page, 'À créer')).toBe(1);
}, 180_000);
