import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as XLSX from 'xlsx';
import { describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { filter, filterCount, openMenu, pressImporter, previewClients, waitIdle } from './support/job';
import { SANDBOX_KEY } from './support/sandbox';
import type { Sandbox } from './support/sandbox';
import { desk, knownClients } from './support/workstation';

/** Everybody here is fictitious. */
interface Client {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly city: string;
  readonly phone: string;
}
const HEADER = 'No client;Nom;Prénom;NAS;Courriel;Ville;Langue';
const SERVER_CLIENTS = [
  { id: 1, code: 'F-1', name: 'Zoé Verrou-Fictif', email: 'zoe.ancienne@example.com', city: 'Québec' },
  { id: 2, code: 'F-2', name: 'Omer Conflit-Fictif', email: 'omer@example.com', city: 'Québec' },
];

let sandbox: Sandbox;
let folder: string;
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

async function previewAgain(file: string): Promise<void> {
  await openMenu(page, 'Accueil');
  await previewClients(page, file);
}

const rowOf = (name: string): Locator => page.getByRole('row', { name: new RegExp(`^${name} — `) });
const serverClient = async (code: string): Promise<Client | undefined> =>
  (await sandbox.pages<Client>('clients')).find((client) => client.code === code);

describe('the Aperçu of a client list, by hand', () => {
  it('a field that is locked for a client is changed by no list, and stays locked', async () => {
    const file = await list('verrou', 'F-1;Verrou-Fictif;Zoé;;zoe.nouvelle@example.com;Québec;');
    await previewAgain(file);
    expect(await filterCount(page, 'À mettre à jour')).toBe(1);
    await rowOf('Zoé Verrou-Fictif').click();
    await page.getByLabel('Verrouiller : Courriel').last().check();
    await expect.poll(() => filterCount(page, 'Inchangés')).toBe(1);
    await page.getByText('champ verrouillé', { exact: false }).waitFor();
    await previewAgain(file);
    expect(await filterCount(page, 'À mettre à jour')).toBe(0);
    expect(await filterCount(page, 'Inchangés')).toBe(1);
    await pressImporter(page);
    await waitIdle(page);
    expect((await serverClient('F-1'))?.email).toBe('zoe.ancienne@example.com');
  });

  it('a cell is corrected in place and judged again at once; the file’s cell can be given back', async () => {
    const file = await list(
      'cellule',
      'F-11;;;;sans.nom@example.com;Lévis;',
      'F-12;Sansfaute-Fictive;Ève;;eve@example.com;Lévis;',
    );
    await previewAgain(file);
    expect(await filterCount(page, 'En erreur')).toBe(1);
    await filter(page, 'En erreur').click();
    await page.getByRole('row', { name: /— En erreur$/ }).click();
    const surname = page.getByLabel('Nom', { exact: true });
    await surname.fill('Corrigée-Fictive');
    await surname.press('Enter');
    await expect.poll(() => filterCount(page, 'À créer')).toBe(2);
    await page.getByRole('button', { name: 'Rétablir la cellule du fichier : Nom' }).click();
    await expect.poll(() => filterCount(page, 'En erreur')).toBe(1);
    await surname.fill('Corrigée-Fictive');
    await surname.press('Enter');
    await expect.poll(() => filterCount(page, 'À créer')).toBe(2);
    await pressImporter(page);
    await waitIdle(page);
    expect((await serverClient('F-11'))?.name).toBe('Corrigée-Fictive');
  });

  it.each(['csv', 'xlsx'] as const)(
    'rows in error are downloaded with their reason, corrected as .%s, and dropped again',
    async (format) => {
      const code = format === 'csv' ? '0041' : '0051';
      // Nobody here may be taken for someone of another test.
      const [surname, first, other] =
        format === 'csv'
          ? ['Rendue-Fictive', 'Ana', 'Bonne-Fictive;Ève']
          : ['Revenant-Inventé', 'Luc', 'Saine-Inventée;Rose'];
      const file = await list(
        `erreurs-${format}`,
        `${code};;;;=1+1@example.com;Lévis;`,
        `${code}9;${other};;saine-${format}@example.com;Lévis;`,
      );
      await previewAgain(file);
      expect(await filterCount(page, 'En erreur')).toBe(1);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Télécharger (.${format})` }).click(),
      ]);
      const saved = join(folder, `a-corriger.${format}`);
      await download.saveAs(saved);
      const book = XLSX.read(await readFile(saved), { raw: true, codepage: 65001 });
      const sheet = book.Sheets[book.SheetNames[0] ?? ''];
      if (!sheet) throw new Error('no sheet');
      const cells = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' });
      expect(cells).toHaveLength(2);
      expect(cells[0]).toEqual([...HEADER.split(';'), 'Motif (Impôt Sync)']);
      const [, row = []] = cells;
      expect(String(row[0]).replace(/^="(.*)"$/, '$1')).toBe(code);
      expect(String(row[4])).toBe(format === 'csv' ? "'=1+1@example.com" : '=1+1@example.com');
      expect(String(row[7])).toMatch(/^Ligne 2\s: /);
      row[1] = surname;
      row[2] = first;
      row[4] = '';
      const corrected = join(folder, `corrige.${format}`);
      if (format === 'csv')
        await writeFile(
          corrected,
          cells.map((line) => line.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(';')).join('\r\n'),
        );
      else {
        const out = XLSX.utils.book_new();
        XLSX.utils.book_append_sheet(out, XLSX.utils.aoa_to_sheet(cells), 'Lignes');
        await writeFile(corrected, XLSX.write(out, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
      }
      await page.getByLabel('Fichier', { exact: true }).setInputFiles(corrected);
      await page.getByRole('button', { name: 'Aperçu', exact: true }).click();
      await page.getByText('1 ligne corrigée a repris sa place dans la liste.').waitFor();
      expect(await filterCount(page, 'En erreur')).toBe(0);
      expect(await filterCount(page, 'À créer')).toBe(2);
      await pressImporter(page);
      await waitIdle(page);
      expect((await serverClient(code))?.name).toBe(`${first} ${surname}`);
      expect(await serverClient(`${code}9`)).toBeDefined();
    },
  );

  it('two rows of one person are merged, field by field, into one client', async () => {
    const file = await list(
      'fusion',
      'F-21;Fusion-Fictive;Léa;046 454 286;lea@example.com;Lévis;Français',
      ';Fusion-Fictive;Léa;046 454 286;lea.nouvelle@example.com;;',
    );
    await previewAgain(file);
    expect(await filterCount(page, 'À vérifier')).toBe(1);
    await page.getByRole('row', { name: 'Léa Fusion-Fictive — À vérifier' }).click();
    await page.getByRole('radio', { name: 'lea.nouvelle@example.com' }).check();
    await page.getByRole('button', { name: 'Fusionner dans la ligne 2' }).click();
    await expect.poll(() => filterCount(page, 'À vérifier')).toBe(0);
    expect(await filterCount(page, 'À créer')).toBe(1);
    await page.getByRole('button', { name: 'Défaire la fusion' }).click();
    await expect.poll(() => filterCount(page, 'À vérifier')).toBe(1);
    await page.getByRole('radio', { name: 'lea.nouvelle@example.com' }).check();
    await page.getByRole('button', { name: 'Fusionner dans la ligne 2' }).click();
    await expect.poll(() => filterCount(page, 'À vérifier')).toBe(0);
    await pressImporter(page);
    await waitIdle(page);
    expect((await sandbox.pages<Client>('clients')).filter(({ name }) => name === 'Léa Fusion-Fictive')).toMatchObject([
      { code: 'F-21', email: 'lea.nouvelle@example.com', city: 'Lévis' },
    ]);
  });

  it('a conflict shows both sides; « Garder GEM-BOOKS » is remembered, « Prendre le fichier » is sent', async () => {
    const row = (city: string): string => `F-2;Conflit-Fictif;Omer;;omer@example.com;${city};`;
    await previewAgain(await list('avant', row('Québec')));
    await pressImporter(page);
    await waitIdle(page);
    const changed = await fetch(`${sandbox.url}/api/clients/2`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${SANDBOX_KEY}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ city: 'Gatineau' }),
    });
    expect(changed.ok).toBe(true);
    const levis = await list('levis', row('Lévis'));
    await previewAgain(levis);
    expect(await filterCount(page, 'Conflits')).toBe(1);
    await rowOf('Omer Conflit-Fictif').click();
    const sides = page.getByRole('group', { name: 'La fiche a changé dans GEM-BOOKS et dans le fichier' });
    for (const value of ['Québec', 'Gatineau', 'Lévis']) await sides.getByRole('cell', { name: value }).waitFor();
    await sides.getByRole('radio', { name: 'Garder GEM-BOOKS' }).check();
    expect(await filterCount(page, 'Conflits')).toBe(0);
    await pressImporter(page);
    await waitIdle(page);
    expect((await serverClient('F-2'))?.city).toBe('Gatineau');
    await previewAgain(levis);
    expect(await filterCount(page, 'Inchangés')).toBe(1);

    const again = await list('sherbrooke', row('Sherbrooke'));
    await previewAgain(again);
    await pressImporter(page);
    await waitIdle(page);
    expect((await serverClient('F-2'))?.city).toBe('Sherbrooke');
  });

  it('replaced e-mails are decided for all at once; the report masks SINs', async () => {
    const before = await list(
      'courriels-avant',
      'F-61;Courriel-Fictif;Ana;;ana@example.com;Amos;',
      'F-62;Adresse-Inventée;Bob;130 692 544;bob@example.com;Amos;',
    );
    await previewAgain(before);
    await pressImporter(page);
    await waitIdle(page);
    const after = await list(
      'courriels-apres',
      'F-61;Courriel-Fictif;Ana;;ana.neuve@example.com;Amos;',
      'F-62;Adresse-Inventée;Bob;130 692 544;bob.neuf@example.com;Amos;',
    );
    await previewAgain(after);
    expect(await filterCount(page, 'À mettre à jour')).toBe(2);
    await page.getByText('Colonnes, verrous et rapport').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Rapport de l’aperçu (.csv)' }).click(),
    ]);
    const report = join(folder, 'rapport.csv');
    await download.saveAs(report);
    const text = await readFile(report, 'utf8');
    expect(text).toContain('••• ••• 544');
    expect(text.replace(/\D/g, '')).not.toContain('130692544');
    await page.getByRole('button', { name: 'Garder GEM-BOOKS partout' }).click();
    expect(await filterCount(page, 'Inchangés')).toBe(2);
    await pressImporter(page);
    await waitIdle(page);
    expect((await serverClient('F-61'))?.email).toBe('ana@example.com');
    await previewAgain(after);
    expect(await filterCount(page, 'Inchangés')).toBe(2);
  });

  it('columns are chosen, remembered and sorted, French letters in French order', async () => {
    const file = await list(
      'tri',
      'F-31;Zénon-Fictif;Éric;;e@example.com;Amos;',
      'F-32;Fictif;Emma;;z@example.com;Zec;',
      'F-33;Fictif;Élise;;a@example.com;Éden;',
    );
    await previewAgain(file);
    await page.getByText('Colonnes, verrous et rapport').click();
    await page.getByRole('checkbox', { name: 'Ville' }).check();
    const names = async (): Promise<string[]> =>
      (await page.locator('tr.row').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''))).map(
        (name) => name.split(' ')[0] ?? '',
      );
    await expect.poll(names).toEqual(['Élise', 'Emma', 'Éric']);
    await page.getByRole('button', { name: 'Ville' }).click();
    await expect.poll(names).toEqual(['Éric', 'Élise', 'Emma']);
    await page.getByRole('button', { name: /^Ville/ }).press('Enter');
    await expect.poll(names).toEqual(['Emma', 'Élise', 'Éric']);
    expect(await page.locator('th[aria-sort="descending"]').innerText()).toContain('Ville');
    await page.getByRole('textbox', { name: 'Rechercher' }).or(page.getByRole('searchbox')).first().fill('elise');
    await expect.poll(names).toEqual(['Élise']);
    await page.reload();
    await page.getByLabel('Phrase de passe', { exact: true }).waitFor();
  });
});
