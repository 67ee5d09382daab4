import AxeBuilder from '@axe-core/playwright';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  createVault,
  openApp,
  openMenu,
  pressImporter,
  previewClients,
  previewDocuments,
  waitIdle,
} from './support/job';
import { sandboxOf, workstation } from './support/workstation';

const path = (name: string) => join(import.meta.dirname, '../../public/fictif', name);

interface Mail {
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
}

it('a template rewritten here, and chosen for T183, is what the recipients read', async () => {
  const sandbox = await sandboxOf();
  const page = await openApp((await workstation()).context, sandbox.url);
  await createVault(page);
  await openMenu(page, 'Modèles de courriels');
  await page.getByRole('button', { name: /^Documents pour consultation/ }).click();
  const french = page.getByRole('group', { name: 'Français' });
  const message = french.getByLabel('Message');

  // A subject that says too much goes nowhere.
  await french.getByLabel('Objet').fill('Votre T183');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await french.getByText('Pas de nom de formulaire').waitFor();
  await french.getByLabel('Objet').fill('{store} : une nouvelle fictive');

  await message.fill('Bonjour ,\n\nDes mots tout neufs {prenom}.\n\n{link}\n');
  await message.evaluate((node: HTMLTextAreaElement) => node.setSelectionRange(8, 8));
  await page.getByRole('button', { name: /^Insérer «\sDestinataire/ }).click();
  expect(await message.inputValue()).toBe('Bonjour {client_contact},\n\nDes mots tout neufs {prenom}.\n\n{link}\n');
  await french.getByText(/ne connaît pas \{prenom\}/).waitFor();
  await page.getByText(/^Choisi d’avance pour certains types/).click();
  await page.getByLabel('T183', { exact: true }).check();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Modèle enregistré dans GEM-BOOKS.').waitFor();

  await previewClients(page, path('clients-dtmax.csv'));
  await pressImporter(page);
  await waitIdle(page);
  await openMenu(page, 'Envois des documents');
  const template = page.getByLabel('Modèle de courriel');
  expect(await template.evaluate((node: HTMLSelectElement) => node.selectedOptions[0]?.text)).toBe(
    'Documents à signer',
  );
  await page.getByLabel('Type de document').selectOption('T183');
  expect(await template.evaluate((node: HTMLSelectElement) => node.selectedOptions[0]?.text)).toBe(
    'Documents pour consultation',
  );
  await previewDocuments(page, path('t183-2025.zip'));
  await pressImporter(page);
  await waitIdle(page, 120_000);

  const mails = (await sandbox.list<Mail>('mail')).filter(({ kind }) => kind === 'envelope');
  expect(mails.length).toBeGreaterThan(10);
  const rewritten = mails.filter(({ text }) => text.includes('Des mots tout neufs {prenom}.'));
  expect(rewritten.length).toBeGreaterThan(5);
  for (const { subject, text } of rewritten) {
    expect(subject).toMatch(/ : une nouvelle fictive$/);
    expect(text).toMatch(/^Bonjour [^{}]+,\n/);
  }
}, 300_000);
