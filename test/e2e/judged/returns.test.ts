// « How it will be judged » (product.md), points 4 and 5: which returns leave.
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { luhnCheckDigit } from '../../fixtures/generate/fictitious-sin';
import { filterCount, previewDocuments } from '../support/job';
import { returnPage, zipFile } from '../support/made-batch';
import { person } from '../support/person';
import type { Sandbox } from '../support/sandbox';
import { desk } from '../support/workstation';
import { deliver, envelopesTo, named, statusRow } from './batch';
import { personRow, synchronised } from './office';

const ALMA = person('Alma', 'Gestionnaire-Fictive', '91100001');
const BRUNO = person('Bruno', 'Client-Fictif', '91100002');
const INES = person('Inès', 'Marchande-Fictive', '91100012');

/** @param eight the first digits of a fictitious business number: its check is a SIN's. */
function company(number: string, name: string, eight: string) {
  return { number, name, businessNumber: eight + luhnCheckDigit(eight) };
}
type Company = ReturnType<typeof company>;

const HOLDING = company('8001', 'Gestion Imaginaire Alma inc.', '12302663');
const SHOP = company('8003', 'Boutique Imaginaire Inès inc.', '12302664');

/** A line of a list of companies: its owner signs for it. */
const companyRow = ({ number, name, businessNumber }: Company, owner: string, ownerEmail: string) => ({
  'No client': number,
  'Nom de la société': name,
  NE: `${businessNumber}RC0001`,
  'Fin d’exercice': '2025-12-31',
  Ville: 'Lévis',
  Courriel: `${number}@example.com`,
  Signataire: owner,
  'Courriel du signataire': ownerEmail,
});

let sandbox: Sandbox;
let page: Page;

desk({}, async (opened) => {
  ({ sandbox, page } = opened);
  await synchronised(opened, {
    people: [personRow('7001', ALMA), personRow('7002', BRUNO), personRow('7003', INES)],
    companies: [companyRow(HOLDING, ALMA.name, '7001@example.com'), companyRow(SHOP, INES.name, '7003@example.com')],
  });
});

const companyReturn = ({ name, businessNumber }: Company, periodEnd: string): string[] => [
  'T2 F (25)',
  'T2 – Déclaration de revenus des sociétés',
  `Nom de la société ${name}`,
  `Numéro d’entreprise (NE) ${businessNumber} RC0001`,
  `Fin de l’année d’imposition ${periodEnd}`,
];

it('4. an owner-manager’s T2 is sendable; a client’s page inside another’s T1 is blocked', async () => {
  const schedule = [
    'Annexe 50 – Renseignements sur les actionnaires',
    'Nom de l’actionnaire   Numéro d’assurance sociale   Pourcentage',
    `${ALMA.name}   ${ALMA.sin.replace(/(...)(?=.)/g, '$1 ')}   100.000`,
  ];
  await previewDocuments(
    page,
    await zipFile([
      await named(`2025 T2 - ${HOLDING.name}`, companyReturn(HOLDING, '2025-12-31'), schedule),
      await named(`2025 T1 - ${BRUNO.name}`, returnPage('T1', BRUNO), returnPage('T1', ALMA)),
    ]),
  );
  await statusRow(page, `2025 T2 - ${HOLDING.name}`, 'Prêt').waitFor();
  await statusRow(page, `2025 T1 - ${BRUNO.name}`, 'Bloqué').waitFor();
  await deliver(page);
  expect(await envelopesTo(sandbox, '7001@example.com')).toHaveLength(1);
  expect(await envelopesTo(sandbox, '7002@example.com')).toEqual([]);
});

it('5. an amended T1 and a second year-end in one year are no duplicates', async () => {
  const yearEnd = await named(`2025 T2 - ${SHOP.name}`, companyReturn(SHOP, '2025-12-31'));
  await previewDocuments(page, await zipFile([yearEnd]));
  await deliver(page);
  await previewDocuments(
    page,
    await zipFile([
      await named(`${INES.sin} - ${INES.name}`, returnPage('T1', INES)),
      await named(`${INES.sin} - ${INES.name} - 2025`, returnPage('T1', INES, ['Déclaration modifiée'])),
      yearEnd,
      await named(`2025 T2 - ${SHOP.name} (2)`, companyReturn(SHOP, '2025-03-31')),
    ]),
  );
  expect(await filterCount(page, 'Prêts')).toBe(3);
  // The first year-end has left: that one alone is known.
  expect(await filterCount(page, 'Déjà envoyés')).toBe(1);
  await deliver(page);
  const documents = (await envelopesTo(sandbox, '7003@example.com')).flatMap((it) => it.documents);
  expect(documents).toHaveLength(4);
});
