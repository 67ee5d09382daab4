import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Envelope, ServerClientRecord } from './support/answers';
import { filterCount, openMenu, pressImporter, previewClients, previewDocuments, waitIdle } from './support/job';
import { dtMaxCsv, fileOf, returnPage, textPdf, zipFile } from './support/made-batch';
import { person } from './support/person';
import type { Sandbox } from './support/sandbox';
import { desk } from './support/workstation';

const KNOWN = person('Agathe', 'Connue-Fictive', '91300001');
const LATE = person('Bastien', 'Nouveau-Fictif', '91300002');

let sandbox: Sandbox;
let page: Page;

desk({}, (made) => void ({ sandbox, page } = made));

it('the client of an unmatched document is created, and the batch goes on with its decisions', async () => {
  const list = dtMaxCsv(
    ['No client', 'Nom', 'Prénom', 'NAS', 'Courriel'],
    [{ 'No client': '9001', Nom: KNOWN.last, Prénom: KNOWN.first, NAS: KNOWN.sin, Courriel: 'agathe@example.com' }],
  );
  await previewClients(page, await fileOf('clients.csv', list));
  await pressImporter(page);
  await waitIdle(page);
  const parts = await Promise.all(
    [KNOWN, LATE].flatMap((who) => [
      textPdf(returnPage('T1', who)).then((bytes) => ({ name: `${who.sin} - ${who.first} ${who.last}.pdf`, bytes })),
    ]),
  );
  const scan = { name: 'numérisation 7.pdf', bytes: await textPdf(['Une page sans nom ni numéro']) };
  await previewDocuments(page, await zipFile([...parts, scan]));
  expect(await filterCount(page, 'Documents non associés')).toBe(2);
  await page.getByRole('row', { name: /^numérisation 7/ }).click();
  await page.getByRole('button', { name: 'Mettre de côté', exact: true }).click();
  await page.getByText('Mis de côté').first().waitFor();

  await page.getByRole('row', { name: new RegExp(`${LATE.last}\\.pdf — Non associé`) }).click();
  await page.getByRole('link', { name: 'Créer ce client…' }).click();
  await page.getByRole('heading', { level: 1, name: 'Synchronisation clients' }).waitFor();
  await page.getByRole('button', { name: 'Aperçu', exact: true }).click();
  await page.getByRole('row', { name: `${LATE.first} ${LATE.last} — À créer` }).click();
  await page.getByText('Corriger la ligne').click();
  await page.getByRole('textbox', { name: 'Courriel', exact: true }).fill('bastien@example.com');
  await page.getByRole('textbox', { name: 'Courriel', exact: true }).press('Enter');
  await page.getByText('1 invitation partira').first().waitFor();
  await pressImporter(page);
  await waitIdle(page);
  expect((await sandbox.pages<ServerClientRecord>('clients')).map(({ email }) => email)).toContain(
    'bastien@example.com',
  );

  await openMenu(page, 'Envois des documents');
  await page.getByRole('button', { name: 'Relire avec les clients à jour' }).click();
  await page.getByRole('row', { name: new RegExp(`${LATE.last}\\.pdf — Prêt`) }).waitFor();
  expect(await page.getByRole('button', { name: 'Relire avec les clients à jour' }).count()).toBe(0);
  await pressImporter(page);
  await waitIdle(page);
  const sent = (await sandbox.list<Envelope>('envelopes')).flatMap(({ recipients }) =>
    recipients.map((it) => it.email),
  );
  expect(sent.sort()).toEqual(['agathe@example.com', 'bastien@example.com']);
}, 240_000);
