import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ServerClientRecord } from '../support/answers';
import { openForm, openMenu, pressImporter, previewClients, waitIdle } from '../support/job';
import { dtMaxCsv } from '../support/made-batch';
import type { Person } from '../support/person';
import type { Desk } from '../support/workstation';

type Row = Readonly<Record<string, string>>;

const PERSON_HEADERS = [
  'No client',
  'Nom',
  'Prénom',
  'NAS',
  'Lien',
  'Date de naissance',
  'Rue',
  'Ville',
  'Province',
  'Code postal',
  'Courriel',
  'Langue',
  'Date de décès',
  'Représentant légal',
  'Titre du représentant',
  'Courriel du représentant',
];

/** A line of a DT Max list of individuals: somebody of Lévis with an address, unless `more` says otherwise. */
export const personRow = (number: string, who: Person, more: Row = {}): Row => ({
  'No client': number,
  Nom: who.last,
  Prénom: who.first,
  NAS: who.sin,
  Lien: 'Chef de famille',
  'Date de naissance': '12/03/1970',
  Rue: `${number}, rue de l’Essai`,
  Ville: 'Lévis',
  Province: 'QC',
  'Code postal': 'G6V 1A1',
  Courriel: `${number}@example.com`,
  Langue: 'Français',
  ...more,
});

const COMPANY_HEADERS = [
  'No client',
  'Nom de la société',
  'NE',
  'Fin d’exercice',
  'Ville',
  'Courriel',
  'Signataire',
  'Courriel du signataire',
];

/** The clients of these lines, in GEM-BOOKS and on this workstation, before the first story. */
export async function synchronised(
  { folder, page, sandbox }: Desk,
  lists: { readonly people: readonly Row[]; readonly companies?: readonly Row[] },
): Promise<void> {
  const { people, companies = [] } = lists;
  await importList(page, 'Particuliers', join(folder, 'clients.csv'), dtMaxCsv(PERSON_HEADERS, people));
  if (companies.length > 0)
    await importList(page, 'Entreprises', join(folder, 'entreprises.csv'), dtMaxCsv(COMPANY_HEADERS, companies));
  const known = (await sandbox.pages<ServerClientRecord>('clients')).map(({ name }) => name);
  const asked = [
    ...people.map((row) => `${row['Prénom']} ${row['Nom']}`),
    ...companies.map((row) => row['Nom de la société']),
  ];
  expect(known).toEqual(expect.arrayContaining(asked));
}

async function importList(page: Page, type: 'Particuliers' | 'Entreprises', path: string, csv: string): Promise<void> {
  await writeFile(path, csv);
  await openMenu(page, 'Synchronisation clients');
  await openForm(page);
  await page.getByLabel('Type de clients').selectOption({ label: type });
  await previewClients(page, path);
  await pressImporter(page);
  await waitIdle(page);
}
