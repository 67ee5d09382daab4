import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Envelope } from './support/answers';
import { filterCount, openMenu, pressImporter, previewClients, previewDocuments, waitIdle } from './support/job';
import type { Sandbox } from './support/sandbox';
import { desk } from './support/workstation';

const FICTIF = new URL('../../public/fictif/', import.meta.url);
const ZIP = new URL('t183-2025.zip', FICTIF).pathname;

/** T183 of the fictitious ZIP whose people are on the DT Max list alone. */
const READY = 19;

let sandbox: Sandbox;
let page: Page;
desk({}, async (opened) => {
  ({ sandbox, page } = opened);
  await previewClients(page, new URL('clients-dtmax.csv', FICTIF).pathname);
  await pressImporter(page);
  await waitIdle(page);
});

const firstReady = () => page.getByRole('row', { name: /Prêts$/ }).first();
const dialog = () => page.getByRole('dialog');
const handle = (name: string) => dialog().getByRole('button', { name: new RegExp(`^${name}, à \\d+ points`) });
const openPlacing = async () => {
  await page.getByRole('button', { name: 'Déplacer les champs' }).click();
  await handle('Signature').waitFor();
};
const placed = (name: string) =>
  page.getByRole('complementary').or(page.getByRole('main')).getByText(name, { exact: true }).first();

it('the keyboard moves a field by points, for one document', async () => {
  await previewDocuments(page, ZIP);
  expect(await filterCount(page, 'Prêts')).toBe(READY);
  await firstReady().click();
  await openPlacing();
  // Page of 612 by 792 points; the signature's lower left corner is at (40, 113), 28 high: domain facts §5.
  await expect
    .poll(() => handle('Signature').getAttribute('aria-label'))
    .toContain('à 40 points du bord gauche et 651 points du haut');
  await handle('Signature').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await expect
    .poll(() => handle('Signature').getAttribute('aria-label'))
    .toContain('à 51 points du bord gauche et 650 points du haut');
  await page.getByRole('button', { name: 'Pour ce document seulement' }).click();
  await dialog().waitFor({ state: 'detached' });
  await placed('Placée à la main').waitFor();
  expect(await filterCount(page, 'Prêts')).toBe(READY);
});

it('the mouse moves a field; kept, it is the office’s layout for the whole batch', async () => {
  await page
    .getByRole('row', { name: /Prêts$/ })
    .nth(1)
    .click();
  await placed('Trouvée dans le texte et confirmée par le gabarit').waitFor();
  await openPlacing();
  const box = await handle('Signature').boundingBox();
  if (!box) throw new Error('the signature is not shown');
  await page.mouse.move(box.x + 20, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y - 12, { steps: 5 });
  await page.mouse.up();
  const label = (await handle('Signature').getAttribute('aria-label')) ?? '';
  expect(Number(/à (\d+) points du bord/.exec(label)?.[1])).toBeGreaterThan(50);
  await page.getByRole('button', { name: 'Enregistrer comme gabarit du bureau' }).click();
  await dialog().waitFor({ state: 'detached' });
  await placed('Selon le gabarit de votre bureau').waitFor();
  await page
    .getByRole('row', { name: /Prêts$/ })
    .nth(2)
    .click();
  await placed('Selon le gabarit de votre bureau').waitFor();
  await firstReady().click();
  await placed('Placée à la main').waitFor();
  expect(await filterCount(page, 'Prêts')).toBe(READY);
});

it('what leaves carries the fields where they were put, and the layout is there the next time', async () => {
  await pressImporter(page);
  await waitIdle(page);
  const sent = await sandbox.list<Envelope>('envelopes');
  const corners = sent.flatMap(({ documents }) =>
    documents.map(({ fields }) => {
      const rect = fields.find(({ kind }) => kind === 'signature')?.rect ?? [0, 0, 0, 0];
      return [Math.round(rect[0] ?? 0), Math.round(rect[1] ?? 0)] as const;
    }),
  );
  expect(corners).toHaveLength(READY);
  expect(corners.filter(([x, y]) => x === 51 && y === 114)).toHaveLength(1);
  const office = corners.filter(([x, y]) => x !== 51 || y !== 114);
  expect(new Set(office.map(String)).size).toBe(1);
  expect(office[0]?.[0]).toBeGreaterThan(50);

  await openMenu(page, 'Accueil');
  await previewDocuments(page, ZIP);
  await page
    .getByRole('row', { name: /Bloqués$/ })
    .first()
    .click();
  await placed('Selon le gabarit de votre bureau').waitFor();
});

it('the office’s layouts are exported, forgotten and imported', async () => {
  await openMenu(page, 'Configurations');
  const forget = page.getByRole('button', { name: /^Oublier le gabarit.*T183.*2025.*612 × 792 points/ });
  await forget.waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Exporter les gabarits' }).click(),
  ]);
  const file = await download.path();
  await forget.click();
  await page.getByText('Aucun gabarit de bureau', { exact: false }).waitFor();
  await page.getByLabel('Importer des gabarits').setInputFiles({
    name: 'gabarits.json',
    mimeType: 'application/json',
    buffer: await readFile(file),
  });
  await forget.waitFor();
});
