import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Envelope, ServerClientRecord } from './support/answers';
import {
  filterCount,
  openMenu,
  pressImporter,
  previewClients,
  previewDocuments,
  takeFileEmails,
  waitIdle,
} from './support/job';
import { fileOf, returnPage, textPdf } from './support/made-batch';
import { oneClient, type OneClient } from './support/one-client';
import type { Sandbox } from './support/sandbox';
import { desk, knownClients } from './support/workstation';

/** A fictitious person, whose address in GEM-BOOKS is not that of the list. */
const WHO = 'Karim Roitelet';
const OLD = 'ancienne.adresse@example.net';

let karim: OneClient;
let listed: string;
let sandbox: Sandbox;
let page: Page;

desk(
  async (folder) => {
    karim = await oneClient(folder, WHO);
    listed = cell(/courriel/i);
    return knownClients(folder, [{ id: 1, code: cell(/client/i), name: WHO, email: OLD }]);
  },
  (opened) => void ({ sandbox, page } = opened),
);

const cell = (pattern: RegExp): string => karim.row[karim.header.findIndex((title) => pattern.test(title))] ?? '';
const listWith = async (email: string): Promise<string> =>
  fileOf('liste.csv', (await readFile(karim.list, 'latin1')).replace(listed, email));
const emailThere = async (): Promise<string | undefined> =>
  (await sandbox.pages<ServerClientRecord>('clients')).find(({ name }) => name === WHO)?.email;

it('nobody chose: the list is imported without its e-mail, and the envelope goes to neither address', async () => {
  expect(listed).toContain('@');
  await previewClients(page, karim.list);
  expect(await filterCount(page, 'À mettre à jour')).toBe(1);
  await page.getByText('1 courriel est retenu faute de choix').waitFor();
  await pressImporter(page);
  await waitIdle(page);
  expect(await emailThere()).toBe(OLD);

  await previewDocuments(page, karim.pdf);
  expect(await filterCount(page, 'À vérifier')).toBe(1);
  expect(await filterCount(page, 'Prêts')).toBe(0);
  await page.getByRole('row', { name: / — À vérifier$/ }).click();
  await page.getByText('la liste de clients remplacerait ce courriel', { exact: false }).first().waitFor();
  expect(await page.getByRole('button', { name: 'Confirmer', exact: true }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Importer', exact: true }).isDisabled()).toBe(true);
});

it('« Prendre le fichier partout » ends the hold: GEM-BOOKS gets the address, and the envelope goes to it', async () => {
  await previewClients(page, karim.list);
  await takeFileEmails(page);
  await pressImporter(page);
  await waitIdle(page);
  expect(await emailThere()).toBe(listed);

  await previewDocuments(page, karim.pdf);
  expect(await filterCount(page, 'Prêts')).toBe(1);
  await pressImporter(page);
  await waitIdle(page);
  const envelopes = await sandbox.list<Envelope>('envelopes');
  expect(envelopes.map(({ recipients }) => recipients.map(({ email }) => email))).toEqual([[listed]]);
});

it('an envelope that has not left is held when a list brings another address, and leaves when its own comes back', async () => {
  const sin = cell(/NAS/);
  const [first = '', last = ''] = WHO.split(' ');
  const again = await fileOf(`2025 T1 - ${WHO}.pdf`, await textPdf(returnPage('T1', { first, last, sin })));
  await openMenu(page, 'Suivi des envois');
  await page.getByRole('button', { name: 'Suspendre les envois' }).click();
  await previewDocuments(page, again);
  expect(await filterCount(page, 'Prêts')).toBe(1);
  await pressImporter(page);

  await previewClients(page, await listWith('troisieme.adresse@example.net'));
  await pressImporter(page);
  await openMenu(page, 'Suivi des envois');
  await page.getByRole('row', { name: `${WHO} — Retenu` }).click();
  await page
    .getByRole('region', { name: 'Détail de l’envoi' })
    .getByText('n’est plus celui du client, ou attend votre décision', { exact: false })
    .waitFor();

  await page.getByRole('button', { name: 'Reprendre les envois' }).first().click();
  await previewClients(page, karim.list);
  await pressImporter(page);
  await waitIdle(page);
  const envelopes = await sandbox.list<Envelope>('envelopes');
  expect(envelopes.map(({ recipients }) => recipients.map(({ email }) => email))).toEqual([[listed], [listed]]);
});
