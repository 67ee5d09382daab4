// « How it will be judged » (product.md), point 6: what a password keeps closed.
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Envelope } from '../support/answers';
import { filter, filterCount, previewClients, previewDocuments } from '../support/job';
import { fileOf, lockedPdf, returnPage, textPdf } from '../support/made-batch';
import { person } from '../support/person';
import type { Person } from '../support/person';
import type { Sandbox } from '../support/sandbox';
import { desk } from '../support/workstation';
import { deliver, expectOpen } from './batch';
import { personRow, synchronised } from './office';

const trap = (name: string): string => new URL(`../../fixtures/traps/${name}`, import.meta.url).pathname;
const fictif = (name: string): string => new URL(`../../../public/fictif/${name}`, import.meta.url).pathname;

const BRUNO = person('Bruno', 'Client-Fictif', '91100002');
const CELINE = person('Céline', 'Couple-Fictif', '91100004');
const GILLES = person('Gilles', 'Parti-Fictif', '91100008');

let sandbox: Sandbox;
let page: Page;

desk({}, async (opened) => {
  ({ sandbox, page } = opened);
  await synchronised(opened, {
    people: [personRow('7002', BRUNO), personRow('7003', CELINE), personRow('7007', GILLES)],
  });
});

it('6. a protected ZIP and a protected PDF: one prompt, and the client opens without it', async () => {
  await previewClients(page, fictif('clients-dtmax.csv'));
  await deliver(page);
  const before = new Set((await sandbox.list<Envelope>('envelopes')).map(({ id }) => id));
  await previewDocuments(page, trap('aes256.zip'));
  expect(await page.getByLabel('Mot de passe', { exact: true }).count()).toBe(1);
  await page.getByLabel('Mot de passe', { exact: true }).fill('fictif-2026');
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await filter(page, 'Prêts').filter({ hasText: '2' }).waitFor();
  expect(await page.getByLabel('Mot de passe', { exact: true }).count()).toBe(0);
  await deliver(page);
  const sent = (await sandbox.list<Envelope>('envelopes')).filter(({ id }) => !before.has(id));
  expect(sent).toHaveLength(2);
  await expectOpen(sandbox, sent);
});

it('6. loose PDFs, two of them protected: one prompt, and the clients open them without it', async () => {
  const [closed, open] = [[BRUNO, CELINE], [GILLES]] as const;
  const nameOf = (who: Person) => `2025 TP-1 - ${who.name}.pdf`;
  const files = await Promise.all([
    ...closed.map(async (who) => fileOf(nameOf(who), await lockedPdf('mot-fictif-2026', returnPage('TP-1', who)))),
    ...open.map(async (who) => fileOf(nameOf(who), await textPdf(returnPage('TP-1', who)))),
  ]);
  const before = new Set((await sandbox.list<Envelope>('envelopes')).map(({ id }) => id));
  await previewDocuments(page, files);
  expect(await filterCount(page, 'Prêts')).toBe(1);
  expect(await filterCount(page, 'Refusés')).toBe(2);
  const password = page.getByLabel('Mot de passe', { exact: true });
  expect(await password.count()).toBe(1);
  await password.fill('mot-fictif-2026');
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await filter(page, 'Prêts').filter({ hasText: '3' }).waitFor();
  expect(await password.count()).toBe(0);
  // A file that opens with the office's password alone goes as a decrypted copy, and that is said.
  await page.getByRole('row', { name: `${nameOf(BRUNO)} — Prêt` }).click();
  await page.getByText('copie déchiffrée', { exact: false }).first().waitFor();
  await deliver(page);
  const sent = (await sandbox.list<Envelope>('envelopes')).filter(({ id }) => !before.has(id));
  expect(sent.flatMap(({ recipients }) => recipients.map(({ email }) => email)).sort()).toEqual([
    '7002@example.com',
    '7003@example.com',
    '7007@example.com',
  ]);
  await expectOpen(sandbox, sent);
});
