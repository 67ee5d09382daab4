import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { ServerClientRecord } from './support/answers';
import { filter, filterCount, openForm, openMenu, pressImporter, previewClients, waitIdle } from './support/job';
import type { Sandbox } from './support/sandbox';
import { desk, knownClients } from './support/workstation';

/** Everybody here is fictitious; « Patenaude » is nobody in GEM-BOOKS. */
const HEADER = 'No client;Nom;Prénom;NAS;Courriel;Ville;Comptable';
const SERVER_CLIENTS = [{ id: 1, code: 'F-1', name: 'Zoé Modale-Fictive', email: 'zoe@example.com', city: 'Québec' }];

let folder: string;
let sandbox: Sandbox;
let page: Page;
desk(
  (at) => knownClients(at, SERVER_CLIENTS),
  (opened) => void ({ folder, sandbox, page } = opened),
);

async function list(name: string, ...rows: readonly string[]): Promise<string> {
  const file = join(folder, `${name}.csv`);
  await writeFile(file, [HEADER, ...rows, ''].join('\n'));
  return file;
}
async function previewAs(mode: string, file: string): Promise<void> {
  await openMenu(page, 'Accueil');
  await openMenu(page, 'Synchronisation clients');
  await openForm(page);
  await page.getByLabel('Portée', { exact: true }).selectOption({ label: mode });
  await previewClients(page, file);
}
const codes = async (): Promise<string[]> =>
  (await sandbox.pages<ServerClientRecord>('clients')).map(({ code }) => code).toSorted();
const cityOf = async (code: string): Promise<string | undefined> =>
  (await sandbox.pages<ServerClientRecord & { city: string }>('clients')).find((client) => client.code === code)?.city;

const ROWS = ['F-1;Modale-Fictive;Zoé;;zoe@example.com;Lévis;', 'F-2;Nouveau-Fictif;Ali;;ali@example.com;Amos;'];

it('« Mettre à jour seulement » creates nobody', async () => {
  await previewAs('Mettre à jour seulement', await list('maj', ...ROWS));
  expect(await filterCount(page, 'À créer')).toBe(0);
  expect(await filterCount(page, 'À mettre à jour')).toBe(1);
  await pressImporter(page);
  await waitIdle(page);
  expect([await codes(), await cityOf('F-1')]).toEqual([['F-1'], 'Lévis']);
});

it('« Créer seulement » changes nobody', async () => {
  await previewAs('Créer seulement', await list('creer', ...ROWS.map((row) => row.replace('Lévis', 'Gaspé'))));
  expect(await filterCount(page, 'À créer')).toBe(1);
  expect(await filterCount(page, 'À mettre à jour')).toBe(0);
  await pressImporter(page);
  await waitIdle(page);
  expect([await codes(), await cityOf('F-1')]).toEqual([['F-1', 'F-2'], 'Lévis']);
});

it('an account manager that GEM-BOOKS does not know is said once, used, and remembered', async () => {
  const managerOf = async (code: string): Promise<unknown> => {
    const id = (await sandbox.pages<ServerClientRecord>('clients')).find((client) => client.code === code)?.id;
    const clients = await sandbox.list<{ id: number; accountManagerId: string | null }>('clients');
    return clients.find((client) => client.id === id)?.accountManagerId;
  };
  await previewAs('Créer et mettre à jour', await list('g1', 'F-3;Géré-Fictif;Bo;;bo@example.com;Amos;Luc Patenaude'));
  await page.getByLabel('Luc Patenaude').selectOption({ label: 'Olivier Grand-Duc' });
  await pressImporter(page);
  await waitIdle(page);
  expect(await managerOf('F-3')).toBe('am-2');

  await previewAs(
    'Créer et mettre à jour',
    await list('g2', 'F-4;Suite-Fictive;Éa;;ea@example.com;Amos;PATENAUDE, Luc'),
  );
  expect(await page.getByRole('group', { name: /chargé de compte inconnu/ }).isVisible()).toBe(false);
  await pressImporter(page);
  await waitIdle(page);
  expect(await managerOf('F-4')).toBe('am-2');
});

const PAPER = 'F-9;Papier-Fictif;Ève;046 454 286;eve@example.com;Amos;';

it('on a phone, what Aperçu found comes into sight and takes the keyboard', async () => {
  await openMenu(page, 'Accueil');
  await openMenu(page, 'Synchronisation clients');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByLabel('Fichier', { exact: true }).setInputFiles(await list('papier', PAPER));
  await page.getByRole('button', { name: 'Aperçu', exact: true }).click();
  await page.getByRole('button', { name: 'Importer', exact: true }).waitFor();
  const found = page.getByRole('heading', { level: 2, name: 'Aperçu' });
  expect(await found.evaluate((heading) => heading === document.activeElement)).toBe(true);
  const top = (await filter(page, 'Tous').boundingBox())?.y ?? Number.NaN;
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(422);
  await page.setViewportSize({ width: 1440, height: 900 });
});

it('the report is printed on sheets of its own, without a SIN', async () => {
  await page.getByText('Colonnes, verrous et rapport').click();
  // Held open as a dialog would: the sheet is there until it is closed.
  await page.evaluate('window.print = () => {}');
  await page.getByRole('button', { name: 'Imprimer le rapport' }).evaluate((button: HTMLElement) => button.click());
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.report-sheet');
  await sheet.getByRole('cell', { name: 'Ève Papier-Fictif' }).waitFor();
  expect(await page.locator('body > *:visible').count()).toBe(1);
  const text = await sheet.innerText();
  expect(text).toContain('••• ••• 286');
  expect(text.replace(/\D/g, '')).not.toContain('046454286');
  await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
  await sheet.waitFor({ state: 'detached' });
  await page.emulateMedia({ media: null });
});

it('what GEM-BOOKS refuses says so by client, and goes once it is tried again; invitations in the words that were chosen', async () => {
  await sandbox.faults([
    { method: 'POST', path: '^/api/clients$', nth: 1, fault: { kind: 'status', status: 422, code: 'invalid-body' } },
  ]);
  await previewAs(
    'Créer et mettre à jour',
    await list('refus', 'F-5;Refusé-Fictif;Éli;;eli@example.com;Amos;', 'F-6;Reçu-Fictif;Ana;;ana@example.com;Amos;'),
  );
  const invitations = page.getByRole('group', { name: '2 invitations partiront' });
  await invitations.getByLabel('Modèle').selectOption({ label: 'Lettre de mission' });
  await invitations.getByLabel('Langue').selectOption({ label: 'anglais' });
  await pressImporter(page);
  await waitIdle(page);
  const results = page.getByRole('table', { name: 'Résultats par client' });
  const rejected = results.getByRole('row').filter({ hasText: 'Rejeté par GEM-BOOKS' });
  // The results follow the outbox a few times a second.
  await expect.poll(async () => [await rejected.count(), await filterCount(page, 'Envoyés')]).toEqual([1, 1]);
  expect(await rejected.innerText()).toContain('The body does not have the expected shape');
  expect((await codes()).filter((code) => code === 'F-5' || code === 'F-6')).toHaveLength(1);
  await page.getByRole('button', { name: 'Réessayer les rejetés' }).click();
  await filter(page, 'Envoyés').filter({ hasText: '2' }).waitFor();
  expect(await rejected.count()).toBe(0);
  expect((await codes()).filter((code) => code === 'F-5' || code === 'F-6')).toHaveLength(2);

  const mail = await sandbox.list<{ to: string; kind: string; subject: string; text: string }>('mail');
  const invited = mail.filter(({ to }) => to === 'eli@example.com' || to === 'ana@example.com');
  expect(invited.map(({ kind }) => kind)).toEqual(['invitation', 'invitation']);
  for (const { subject, text } of invited) {
    expect(subject).toContain('your engagement letter');
    expect(text).toContain('Your engagement letter is ready to sign');
  }
});
