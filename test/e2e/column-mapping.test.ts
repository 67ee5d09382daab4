import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createVault, filterCount, openApp, openForm, openMenu, pressImporter, waitIdle } from './support/job';
import { fileOf } from './support/made-batch';
import { sandboxOf, workstation } from './support/workstation';

/** Fictitious, under headers that no alias knows. */
const LIST =
  'Zorbl;Quux;Plim\nAlizé-Inventé, Éloi;eloi.invente@example.com;C-9001\nBise-Inventée, Nord;nord.inventee@example.com;C-9002\n';

it('columns mapped by hand are remembered, skipped the next time, and can be forgotten', async () => {
  const file = await fileOf('inconnu.csv', LIST);
  const sandbox = await sandboxOf();
  const page = await openApp((await workstation()).context, sandbox.url);
  await createVault(page);
  await openMenu(page, 'Synchronisation clients');
  const aperçu = page.getByRole('button', { name: 'Aperçu', exact: true });
  const importer = page.getByRole('button', { name: 'Importer', exact: true });
  const open = page.getByRole('button', { name: 'Associer les colonnes' });
  const drop = () => page.getByLabel('Fichier', { exact: true }).setInputFiles(file);

  await drop();
  await aperçu.click();
  await page.getByText('Aucune colonne connue n’a été trouvée.').waitFor();
  await open.click();
  await page.getByText('Obligatoire', { exact: false }).waitFor();
  await page.getByText('Alizé-Inventé, Éloi', { exact: false }).waitFor();
  await page.getByLabel('Lue comme : Zorbl').selectOption('surnameFirst');
  await page.getByLabel('Lue comme : Quux').selectOption('email');
  await page.getByLabel('Lue comme : Plim').selectOption('clientNumber');
  await page.getByRole('button', { name: 'Utiliser et refaire l’aperçu' }).click();
  await importer.waitFor();
  expect(await filterCount(page, 'À créer')).toBe(2);
  await pressImporter(page);
  await waitIdle(page);
  const names = (await sandbox.pages<{ name: string; code: string }>('clients')).map(
    ({ name, code }) => `${code} ${name}`,
  );
  expect(names).toContain('C-9001 Éloi Alizé-Inventé');

  await openMenu(page, 'Accueil');
  await openMenu(page, 'Synchronisation clients');
  await drop();
  await aperçu.click();
  await importer.waitFor();
  expect(await filterCount(page, 'Inchangés')).toBe(2);

  // Every column is known now: the way to change that lies with how the file was read.
  await page.getByText('Lecture du fichier').click();
  await open.click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Exporter les associations' }).click(),
  ]);
  const exported = await fileOf('associations.json', await readFile(await download.path()));
  const forget = page.getByRole('button', { name: 'Oublier cette association' });
  await forget.click();
  await forget.waitFor({ state: 'detached' });
  await page.getByLabel('Importer des associations').setInputFiles(exported);
  await page.getByText('Associations importées.').waitFor();
  await forget.click();
  await page.getByText('Obligatoire', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Fermer sans changer' }).click();
  await openForm(page);
  await aperçu.click();
  await page.getByText('Aucune colonne connue n’a été trouvée.').waitFor();
}, 180_000);
