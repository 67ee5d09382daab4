import { expect, it } from 'vitest';
import { createVault, openApp, pressImporter, waitIdle } from './support/job';
import { sandboxOf, workstation } from './support/workstation';

it('« Essayer avec des données fictives » loads the three files and walks through the whole job', async () => {
  const sandbox = await sandboxOf();
  const page = await openApp((await workstation()).context, sandbox.url);
  await createVault(page);
  await page.getByRole('button', { name: 'Essayer avec des données fictives' }).click();
  const walk = page.getByRole('complementary', { name: 'Données fictives' });
  for (const step of [1, 2, 3]) {
    await walk.getByText(`Étape ${step} de 3`).waitFor();
    await page.getByRole('button', { name: 'Aperçu', exact: true }).click();
    await page.getByRole('button', { name: 'Importer', exact: true }).waitFor({ timeout: 60_000 });
    await pressImporter(page);
    await waitIdle(page, 150_000);
    await walk.getByRole('button', { name: 'Étape suivante' }).click();
  }
  await walk.getByRole('button', { name: 'Terminer' }).waitFor();
  expect(new URL(page.url()).hash).toBe('#/suivi');
  expect(await sandbox.list('envelopes')).toHaveLength(24);
  expect(await sandbox.pages('clients')).toHaveLength(77);
}, 400_000);
