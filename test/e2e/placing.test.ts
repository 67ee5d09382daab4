import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
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

const firstReady = () => page.getByRole('row', { name: /Prêt$/ }).first();
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
  await page.getByRole('row', { name: /Prêt$/ }).nth(1).click();
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
  await page.getByRole('row', { name: /Prêt$/ }).nth(2).click();
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
    .getByRole('row', { name: /Bloqué$/ })
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

/** The first T183 of the ZIP; moved as a whole, it stands for a new year's form. */
async function formOf(name: string, dx = 0, dy = 0) {
  const [first] = Object.values(unzipSync(new Uint8Array(await readFile(ZIP))));
  if (!first) throw new Error('an empty ZIP');
  const pdf = await PDFDocument.load(first);
  for (const sheet of pdf.getPages()) sheet.translateContent(dx, dy);
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await pdf.save()) };
}
const onBench = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}, à \\d+ points`) });

it('the workbench lays every layout over a form, and tries the fields on a batch', async () => {
  await page.getByRole('button', { name: 'Ouvrir l’établi des positions' }).press('Enter');
  await page.getByLabel('Formulaire, vierge ou rempli').setInputFiles(await formOf('t183.pdf'));
  await page.getByRole('checkbox', { name: /^Afficher D\s: Gabarit du bureau 2025/ }).waitFor();
  expect(await page.getByRole('checkbox', { name: /^Afficher/ }).count()).toBe(4);
  // The product's tables are from two years; only the one of this page's size is drawn at once.
  expect(await page.locator('[data-layouts]').count()).toBeGreaterThan(4);
  await page.getByLabel('Documents à essayer').setInputFiles(ZIP);
  // Twenty of the twenty-five are DT Max's prints, as the form is.
  await page.getByText(/^20 documents sur 25/).waitFor();
  await page
    .getByRole('button', { name: /^Voir la page/ })
    .first()
    .press('Enter');
  await page.getByText(/^Document essayé/).waitFor();
  await page.getByRole('button', { name: 'Revenir au formulaire' }).press('Enter');
});

it('a new year’s form: the shift is proposed, the fields follow it, and the office keeps them', async () => {
  const before = (await onBench('Signature').getAttribute('aria-label')) ?? '';
  const [left = 0, top = 0] = [...before.matchAll(/\d+/g)].map(Number);
  await page.getByLabel('Formulaire, vierge ou rempli').setInputFiles(await formOf('t183-2026.pdf', 4, 31));
  await page.getByRole('checkbox', { name: /^Afficher D/ }).waitFor();
  await page.getByLabel('Année').selectOption('2026');
  await page.getByRole('button', { name: 'Proposer le décalage du gabarit D' }).press('Enter');
  await page.getByText(/4 points vers la droite, 31 points vers le haut, selon 5 repères/).waitFor();
  const at = (x: number, y: number) => `à ${x} points du bord gauche et ${y} points du haut`;
  await expect.poll(() => onBench('Signature').getAttribute('aria-label')).toContain(at(left + 4, top - 31));
  await onBench('Signature').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Vers le haut' }).press('Enter');
  await expect.poll(() => onBench('Signature').getAttribute('aria-label')).toContain(at(left + 5, top - 32));
  await page.getByRole('button', { name: 'Garder comme gabarit du bureau' }).press('Enter');
  await page.getByText('Gabarit du bureau gardé').waitFor();
  await page.getByRole('button', { name: 'Retour aux configurations' }).press('Enter');
  await page.getByRole('button', { name: /^Oublier le gabarit.*T183.*2026.*612 × 792 points/ }).waitFor();
});
