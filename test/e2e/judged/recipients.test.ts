// « How it will be judged » (product.md), points 3, 7 and 8: who receives what.
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Envelope, Invitation } from '../support/answers';
import { filterCount, openMenu, previewDocuments } from '../support/job';
import { returnPage, zipFile } from '../support/made-batch';
import { person } from '../support/person';
import type { Person } from '../support/person';
import type { Sandbox } from '../support/sandbox';
import { desk } from '../support/workstation';
import { deliver, envelopesTo, named, statusRow } from './batch';
import { personRow, synchronised } from './office';

const CARL = person('Carl', 'Couple-Fictif', '91100003');
const CELINE = person('Céline', 'Couple-Fictif', '91100004');
const DESIRE = person('Désiré', 'Feu-Fictif', '91100005');
const ELO = person('Élo', 'Mineur-Fictif', '91100006');
const FLORE = person('Flore', 'Papier-Fictive', '91100007');
const GILLES = person('Gilles', 'Parti-Fictif', '91100008');
const HANA = person('Hana', 'Ailleurs-Fictive', '91100009');
const JADE = person('Jade', 'Accord-Fictive', '91100010');
const KIM = person('Kim', 'Accord-Fictif', '91100011');
const TRUST = 'Fiducie familiale Imaginaire';

let sandbox: Sandbox;
let page: Page;

desk({}, async (opened) => {
  ({ sandbox, page } = opened);
  await synchronised(opened, {
    people: [
      personRow('7003', CARL, { Courriel: 'couple@example.com' }),
      personRow('7003', CELINE, { Courriel: 'couple@example.com', Lien: 'Conjoint' }),
      personRow('7004', DESIRE, {
        Courriel: 'desire@example.com',
        'Date de décès': '15/01/2026',
        'Représentant légal': 'Rita Liquidatrice-Fictive',
        'Titre du représentant': 'liquidatrice',
        'Courriel du représentant': 'rita@example.com',
      }),
      personRow('7005', ELO, { Courriel: 'elo@example.com', 'Date de naissance': '12/03/2015' }),
      personRow('7006', FLORE, { Courriel: '' }),
      personRow('7007', GILLES, { Province: 'ON', Ville: 'Ottawa', 'Code postal': 'K1A 0B1' }),
      personRow('7008', HANA),
      personRow('7009', JADE),
      personRow('7009', KIM, { Courriel: 'kim@example.com', Lien: 'Conjoint' }),
    ],
    companies: [
      {
        'No client': '8002',
        'Nom de la société': TRUST,
        Ville: 'Lévis',
        Courriel: 'fiducie@example.com',
        Signataire: 'Tom Fiduciaire-Fictif',
        'Courriel du signataire': 'tom@example.com',
      },
    ],
  });
});

it('3. a couple with one e-mail: an envelope each, neither opens the other’s', async () => {
  const parts = await Promise.all([CARL, CELINE].map((who) => named(`2025 T1 - ${who.name}`, returnPage('T1', who))));
  await previewDocuments(page, await zipFile(parts));
  expect(await filterCount(page, 'Prêts')).toBe(2);
  await deliver(page);
  const envelopes = await envelopesTo(sandbox, 'couple@example.com');
  expect(envelopes.map(({ recipients, documents }) => [recipients.length, documents.length])).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(new Set(envelopes.map(({ clientId }) => clientId)).size).toBe(2);
  const invited = (await sandbox.list<Invitation>('invitations')).filter(({ email }) => email === 'couple@example.com');
  expect(invited).toHaveLength(1);
});

it('a return reaches the other spouse by a recorded consent alone, and only the consenting one’s', async () => {
  const parts = await Promise.all([JADE, KIM].map((who) => named(`2025 T1 - ${who.name}`, returnPage('T1', who))));
  await previewDocuments(page, await zipFile(parts));
  expect(await filterCount(page, 'Prêts')).toBe(2);
  await statusRow(page, `2025 T1 - ${JADE.name}`, 'Prêt').click();
  await page.getByText(`${KIM.name} n’en reçoit pas copie`).waitFor();
  await page.getByRole('button', { name: 'Noter le consentement' }).press('Enter');
  await page.getByLabel('Reçu par').fill('Odile Fictive');
  await page.getByLabel('Reçu par').press('Enter');
  await page.getByText(/consentement par écrit du \d{4}-\d\d-\d\d, reçu par Odile Fictive/).waitFor();
  await deliver(page);
  const envelopes = await envelopesTo(sandbox, '7009@example.com', 'kim@example.com');
  const told = envelopes.map(({ recipients }) => recipients.map(({ email, role }) => `${role} ${email}`).sort());
  expect(told.sort((a, b) => b.length - a.length)).toEqual([
    ['spouse kim@example.com', 'taxpayer 7009@example.com'],
    ['taxpayer kim@example.com'],
  ]);
  expect(envelopes.every(({ status }) => status !== 'draft')).toBe(true);

  await openMenu(page, 'Configurations');
  await page.getByText(`${JADE.name} consent à ce que ${KIM.name} reçoive copie`).waitFor();
  await page.getByRole('button', { name: `Retirer le consentement de ${JADE.name}` }).press('Enter');
  await page.getByText('Aucun consentement noté sur ce poste.').waitFor();
  await openMenu(page, 'Envois des documents');
});

it('7. deceased, trust, minor, no e-mail: the right signer, or the paper lane', async () => {
  await previewDocuments(
    page,
    await zipFile([
      await named(`2025 T1 - ${DESIRE.name}`, returnPage('T1', DESIRE)),
      await named(`2025 T1 - ${ELO.name}`, returnPage('T1', ELO)),
      await named(`2025 T1 - ${FLORE.name}`, returnPage('T1', FLORE)),
      await named(`2025 T3 - ${TRUST}`, [
        'T3RET F (25)',
        'Année d’imposition 2025',
        `Nom de la fiducie ${TRUST}`,
        'Fin de l’année d’imposition 2025-12-31',
      ]),
    ]),
  );
  await statusRow(page, `2025 T1 - ${DESIRE.name}`, 'Prêt').click();
  await page.getByText('Rita Liquidatrice-Fictive', { exact: false }).first().waitFor();
  await statusRow(page, `2025 T1 - ${ELO.name}`, 'À vérifier').click();
  await page.getByText('indiquez dans la liste qui la représente', { exact: false }).waitFor();
  await statusRow(page, `2025 T1 - ${FLORE.name}`, 'À vérifier').click();
  await page.getByText('voie «\u00a0Papier / au bureau\u00a0»', { exact: false }).first().waitFor();
  if ((await filterCount(page, 'À confirmer')) > 0) await page.getByRole('button', { name: 'Tout confirmer' }).click();
  await statusRow(page, `2025 T3 - ${TRUST}`, 'Prêt').waitFor();
  await deliver(page);
  const addresses = (await sandbox.list<Envelope>('envelopes')).flatMap(({ recipients }) =>
    recipients.map((it) => it.email),
  );
  expect(addresses).toEqual(expect.arrayContaining(['rita@example.com', 'tom@example.com']));
  for (const never of ['desire@example.com', 'elo@example.com', 'fiducie@example.com'])
    expect(addresses).not.toContain(never);
});

it('8. moved from Quebec to Ontario in February: the TP-1000.TE passes; elsewhere on 31 December, it is said', async () => {
  const te = (who: Person) => [
    'TP-1000.TE (2025-10)',
    'Transmission par Internet de la déclaration de revenus d’un particulier',
    'Année d’imposition 2025',
    `Nom de famille ${who.last}`,
    `Prénom ${who.first}`,
    `Numéro d’assurance sociale (NAS) ${who.sin.replace(/(...)(?=.)/g, '$1 ')}`,
    'Signature du particulier',
  ];
  const lives = (province: string) => [`Province de résidence au 31 décembre ${province}`];
  await previewDocuments(
    page,
    await zipFile([
      await named(`2025 T1 - ${GILLES.name}`, returnPage('T1', GILLES, lives('Québec'))),
      await named(`2025 TP-1000.TE - ${GILLES.name}`, te(GILLES)),
      await named(`2025 T1 - ${HANA.name}`, returnPage('T1', HANA, lives('Ontario'))),
      await named(`2025 TP-1000.TE - ${HANA.name}`, te(HANA)),
    ]),
  );
  const sayingNotQuebec = page.getByText('n’habitait pas le Québec le 31 décembre', { exact: false });
  await page.getByRole('row', { name: new RegExp(`^2025 TP-1000.TE - ${GILLES.name}`) }).click();
  await page.getByRole('heading', { level: 2, name: GILLES.name }).waitFor();
  expect(await sayingNotQuebec.count()).toBe(0);
  await page.getByRole('row', { name: new RegExp(`^2025 TP-1000.TE - ${HANA.name}`) }).click();
  await sayingNotQuebec.waitFor();
});
