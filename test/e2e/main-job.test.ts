import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import {
  filterCount,
  openForm,
  openMenu,
  pressImporter,
  previewClients,
  previewDocuments,
  takeFileEmails,
  waitIdle,
} from './support/job';
import type { Sandbox } from './support/sandbox';
import { desk } from './support/workstation';
import { qpdfCheck } from '../integration/pdf/qpdf';
import { openZip } from './support/files';
import type { Envelope, Invitation, ServerClientRecord } from './support/answers';

const FICTIF = new URL('../../public/fictif/', import.meta.url);
const path = (name: string): string => new URL(name, FICTIF).pathname;

/** To come, whenever the suite is run. */
const FOLLOW_UP = '2099-05-15';

/** TY2025, facts/domain.md §5: lower-left corners, in points. */
const PLACES_2025 = [
  ['signature', undefined, 40, 113],
  ['time', 'hh', 449, 89],
  ['time', 'mm', 476, 89],
  ['time', 'ss', 501, 89],
] as const;

describe('the whole main job, in French, on the built app', () => {
  let sandbox: Sandbox;
  let page: Page;

  desk({}, (opened) => void ({ sandbox, page } = opened));

  it('is in French, and has made the office of a sandbox', async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe('fr-CA');
    expect(await sandbox.get('/api/impot-sync/v1/office')).toHaveProperty('data.id');
  });

  it('synchronises the DT Max list', async () => {
    await previewClients(page, path('clients-dtmax.csv'));
    const counts = await Promise.all(
      ['À créer', 'À mettre à jour', 'Inchangés', 'À vérifier', 'En erreur', 'Conflits'].map((label) =>
        filterCount(page, label),
      ),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(counts).toEqual([26, 15, 17, 2, 0, 0]);
    await takeFileEmails(page);
    await pressImporter(page);
    await waitIdle(page);
    const clients = await sandbox.pages<ServerClientRecord>('clients');
    expect(clients).toHaveLength(40 + 26);
    expect(new Set(clients.map(({ name, email }) => `${name}|${email}`)).size).toBe(clients.length);
  });

  it('finds nothing more to do with the same list', async () => {
    await previewClients(page, path('clients-dtmax.csv'));
    expect(await filterCount(page, 'À créer')).toBe(0);
    expect(await filterCount(page, 'À mettre à jour')).toBe(0);
  });

  it('synchronises the Taxprep workbook by the same path', async () => {
    await previewClients(page, path('clients-taxprep.xlsx'), 'Taxprep');
    const created = await filterCount(page, 'À créer');
    expect(created).toBeGreaterThan(0);
    await pressImporter(page);
    await waitIdle(page);
    expect(await sandbox.pages('clients')).toHaveLength(66 + created);
    const emails = (await sandbox.list<Invitation>('invitations')).map(({ email }) => email.toLowerCase());
    expect(new Set(emails).size).toBe(emails.length);
  });

  it('sends the 24 good T183 once each, and blocks the one that carries another client’s SIN', async () => {
    await previewDocuments(page, path('t183-2025.zip'));
    expect(await filterCount(page, 'Prêts')).toBe(24);
    expect(await filterCount(page, 'Bloqués')).toBe(1);
    // What the office marks the folders with is no part of what was previewed.
    await openForm(page);
    await page.getByLabel('Étiquettes', { exact: true }).fill('Saison 2025; À relancer, saison 2025');
    await page.getByLabel('Suivi', { exact: true }).fill(FOLLOW_UP);
    await pressImporter(page);
    await waitIdle(page, 120_000);

    const envelopes = await sandbox.list<Envelope>('envelopes');
    expect(envelopes).toHaveLength(24);
    const archive = await openZip(path('t183-2025.zip'));
    const originals = [...archive.values()];
    for (const { id, status, purpose, recipients, documents, labels, followUpOn } of envelopes) {
      expect([labels, followUpOn]).toEqual([['Saison 2025', 'À relancer'], FOLLOW_UP]);
      expect([status, purpose, recipients.length, documents.length]).toEqual(['sent', 'signature', 1, 1]);
      const [document] = documents;
      if (!document) continue;
      expect(document.fields.map(({ kind, part }) => [kind, part])).toEqual(
        PLACES_2025.map(([kind, part]) => [kind, part]),
      );
      for (const [at, [, , x, y]] of PLACES_2025.entries()) {
        const rect = document.fields[at]?.rect ?? [0, 0];
        expect(Math.abs((rect[0] ?? 0) - x)).toBeLessThanOrEqual(2);
        expect(Math.abs((rect[1] ?? 0) - y)).toBeLessThanOrEqual(2);
      }
      const content = await sandbox.bytes(`/api/impot-sync/v1/envelopes/${id}/documents/${document.id}/content`);
      const source = originals.find((original) => Buffer.from(content).subarray(0, original.length).equals(original));
      expect(source, 'the content starts with an original of the archive').toBeDefined();
      expect((await qpdfCheck(content)).code).toBe(0);
    }
    expect(new Set(envelopes.map(({ clientId }) => clientId)).size).toBe(24);
  });

  it('an envelope of the office shows what its folder was marked with', async () => {
    await openMenu(page, 'Suivi des envois');
    await page.getByRole('button', { name: /^Enveloppes du bureau/ }).click();
    await page
      .getByRole('row', { name: /— Envoyée$/ })
      .first()
      .click();
    const detail = page.getByRole('region', { name: 'Détail de l’enveloppe' });
    await detail.getByText('Étiquettes\u00a0: Saison 2025, À relancer').waitFor();
    await detail.getByText(`Suivi le ${FOLLOW_UP}`).waitFor();
  });

  it('each envelope went to the person that the office’s truth names', async () => {
    const office = JSON.parse(await readFile(path('office.json'), 'utf8')) as {
      people: { key: string; email: string }[];
      pdfs: { archive: string; person: string; foreignSinOwner: string | null }[];
    };
    const emailOf = new Map(office.people.map(({ key, email }) => [key, email]));
    const expected = office.pdfs
      .filter(({ archive, foreignSinOwner }) => archive === 't183-2025.zip' && foreignSinOwner === null)
      .map(({ person }) => emailOf.get(person));
    const sent = (await sandbox.list<Envelope>('envelopes')).map(({ recipients }) => recipients[0]?.email);
    expect(sent.sort()).toEqual(expected.sort());
  });

  it('says « Déjà envoyés » when the same archive is dropped again', async () => {
    await previewDocuments(page, path('t183-2025.zip'));
    expect(await filterCount(page, 'Déjà envoyés')).toBe(24);
    expect(await filterCount(page, 'Prêts')).toBe(0);
    expect(await sandbox.list('envelopes')).toHaveLength(24);
  });
});
