// An office whose file names follow no known nomenclature teaches its own, and its batch leaves by it.
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Envelope } from './support/answers';
import { filterCount, openMenu, pressImporter, previewClients, previewDocuments, waitIdle } from './support/job';
import { dtMaxCsv, fileOf, returnPage, textPdf, zipFile } from './support/made-batch';
import { person } from './support/person';
import type { Sandbox } from './support/sandbox';
import { desk } from './support/workstation';

const PATTERN = 'dossier {clientNumber} exercice {year}';
const PEOPLE = [
  { number: '501', ...person('Nora', 'Nomenclature-Fictive', '91200001') },
  { number: '502', ...person('Omer', 'Nomenclature-Fictive', '91200002') },
  { number: '503', ...person('Paula', 'Nomenclature-Fictive', '91200003') },
];

let sandbox: Sandbox;
let page: Page;

desk({}, (made) => void ({ sandbox, page } = made));

/** The return is silent on the SIN: only the name on the page, and what the file name says, tell whose it is. */
const batch = () =>
  Promise.all(
    PEOPLE.map(async ({ number, first, last }) => ({
      name: `dossier ${number} exercice 2025.pdf`,
      bytes: await textPdf(returnPage('T1', { first, last, sin: null }, ['12, rue de l’Essai', 'Lévis QC G6V 1A1'])),
    })),
  );

it('the office teaches its nomenclature, tried live on its batch, and sends by it', async () => {
  const list = dtMaxCsv(
    ['No client', 'Nom', 'Prénom', 'NAS', 'Lien', 'Rue', 'Ville', 'Province', 'Code postal', 'Courriel'],
    PEOPLE.map(({ number, first, last, sin }) => ({
      'No client': number,
      Nom: last,
      Prénom: first,
      NAS: sin,
      Lien: 'Chef de famille',
      Rue: '12, rue de l’Essai',
      Ville: 'Lévis',
      Province: 'QC',
      'Code postal': 'G6V 1A1',
      Courriel: `${number}@example.com`,
    })),
  );
  await previewClients(page, await fileOf('clients.csv', list));
  await pressImporter(page);
  await waitIdle(page);

  const zip = await zipFile(await batch());
  await previewDocuments(page, zip);
  // By the content alone nobody is taken for granted.
  expect(await filterCount(page, 'Prêts')).toBe(0);

  await page.getByRole('button', { name: 'Nomenclatures', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const gallery = dialog.getByRole('list', { name: 'Celles qui sont connues' });
  await gallery.getByText('N1\u00a0: 0 nom lu sur 3', { exact: true }).waitFor({ state: 'attached' });
  await dialog.getByLabel('Modèle de nom').fill('dossier {numero} exercice {year}');
  await dialog.getByText('Ce jeton n’existe pas dans une nomenclature.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Enregistrer la nomenclature' }).isEnabled()).toBe(false);

  // By the tokens, as a person would who does not know their names.
  await dialog.getByLabel('Modèle de nom').fill('dossier  exercice ');
  const caret = (at: number) =>
    dialog.getByLabel('Modèle de nom').evaluate((input, where) => {
      (input as HTMLInputElement).setSelectionRange(where, where);
    }, at);
  await caret('dossier '.length);
  await dialog.getByRole('button', { name: 'numéro de client' }).click();
  await caret('dossier {clientNumber} exercice '.length);
  await dialog.getByRole('button', { name: 'année', exact: true }).click();
  expect(await dialog.getByLabel('Modèle de nom').inputValue()).toBe(PATTERN);
  await dialog.getByText('Ce modèle lit 3 noms sur 3 de l’envoi ouvert.').waitFor();
  await dialog.getByText('501', { exact: false }).first().waitFor();
  await dialog.getByRole('button', { name: 'Enregistrer la nomenclature' }).click();
  await dialog.getByText('Enregistrée dans le coffre de ce poste', { exact: false }).waitFor();
  await gallery.getByText('N9\u00a0: 3 noms lus sur 3', { exact: true }).waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  // What was read by other words for the names is stale: it is read again before it may leave.
  expect(await page.getByRole('button', { name: 'Importer', exact: true }).isEnabled()).toBe(false);
  await page.getByRole('button', { name: 'Aperçu', exact: true }).click();
  await page.getByRole('button', { name: 'Importer', exact: true }).waitFor();
  await expect.poll(() => filterCount(page, 'Prêts')).toBe(3);
  await page.getByRole('row', { name: 'dossier 502 exercice 2025.pdf — Prêt' }).click();
  await page.getByText('Le numéro de client du nom de fichier concorde', { exact: false }).first().waitFor();
  await page.locator('dd').filter({ hasText: /^N9 ·/ }).waitFor();
  await page.getByText('Invité, jamais connecté', { exact: false }).first().waitFor();
  await pressImporter(page);
  await waitIdle(page);
  const sent = await sandbox.list<Envelope>('envelopes');
  expect(sent.flatMap(({ recipients }) => recipients.map(({ email }) => email)).sort()).toEqual(
    PEOPLE.map(({ number }) => `${number}@example.com`),
  );
});

it('it is kept, tried on a name where no batch is open, and forgotten in Configurations', async () => {
  await openMenu(page, 'Configurations');
  const forget = page.getByRole('button', {
    name: `Oublier la nomenclature\u00a0: ${PATTERN}, Tous, sauf ceux qui ont la leur`,
  });
  await forget.waitFor();
  await page.getByLabel('Nom de fichier à essayer').fill('dossier 7 exercice 2024.pdf');
  await page.getByText('Ce modèle lit ce nom.').waitFor();
  await page.getByLabel('Nom de fichier à essayer').fill('tout autre nom.pdf');
  await page.getByText('Ce modèle ne lit pas ce nom.').waitFor();
  await forget.click();
  await forget.waitFor({ state: 'detached' });
});
