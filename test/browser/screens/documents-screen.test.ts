import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Locator } from 'vitest/browser';
import { cleanup } from 'vitest-browser-svelte';
import type { LocalClientId } from '../../../src/core/ids';
import type { FakeApp } from '../../fakes/fake-app.svelte';
import { formatDate } from '../../../src/i18n/format';
import { fakeDocumentRow, fakeEntry } from '../../fakes/fake-rows';
import { accessibilityProblems, button, freshApp, go, link, openApp, previewed } from './screen';

let app: FakeApp;

beforeEach(async () => {
  app = await freshApp();
});
afterEach(cleanup);

describe('Envois des documents', () => {
  beforeEach(() => {
    app.documentRows = [
      fakeDocumentRow('a', 'Zoé Fictive'),
      fakeDocumentRow('b', 'Réal Inventé', { status: 'confirm' }),
      fakeDocumentRow('d', 'Line Fictive', {
        status: 'blocked',
        concordance: { grade: 'contradiction', evidence: [{ code: 'foreign-sin', supports: false, page: 1 }] },
      }),
      fakeDocumentRow('e', null),
      fakeDocumentRow('f', null, { status: 'refused', refusal: { code: 'pdf/xfa' } }),
    ];
  });

  const preview = () => previewed(app, 'Envois des documents', 'Fichier .zip', 't183.zip');

  it('presets everything: last tax year, default template, a title', async () => {
    await openApp(app);
    await go('Envois des documents');
    const lastYear = String(new Date().getFullYear() - 1);
    await expect.element(page.getByLabelText('Type de document')).toHaveDisplayValue('Selon le contenu');
    await expect.element(page.getByLabelText('Nomenclature')).toHaveDisplayValue('Détecter');
    await expect.element(page.getByLabelText('Année')).toHaveDisplayValue(lastYear);
    await expect.element(page.getByLabelText('Modèle de courriel')).toHaveDisplayValue('Documents à signer');
    await page.getByLabelText('Nomenclature').selectOptions('N5');
    await expect.element(page.getByText('2025 T183 - Simon Provencher.pdf')).toBeVisible();
  });

  const labels = () => page.getByLabelText('Étiquettes', { exact: true });
  const followUp = () => page.getByLabelText('Suivi', { exact: true });
  /** What a screen reader says of a field after its name. */
  const described = (field: Locator) =>
    document.getElementById(field.element().getAttribute('aria-describedby') ?? '')?.textContent ?? '';
  const day = (ahead: number) => formatDate(Date.now() + ahead * 86_400_000);

  it('takes labels and a day to follow up, says them in the folded line and line by line, and imports them', async () => {
    await openApp(app);
    await go('Envois des documents');
    await page.getByLabelText('Fichier .zip', { exact: true }).upload(new File(['x'], 't183.zip'));
    expect(described(labels())).toBe('Séparées par des virgules\u202f; pour le bureau seul.');
    expect(described(followUp())).toContain('GEM-BOOKS rappelle au bureau');
    await expect.element(followUp()).toHaveValue('');
    await labels().fill(' Saison 2026; À relancer,, à relancer');
    await followUp().fill(day(20));
    await button('Aperçu').click();
    await expect
      .element(page.getByText(`Étiquettes\u00a0: Saison 2026, À relancer · suivi le ${day(20)}`))
      .toBeVisible();
    await button('Ligne par ligne').click();
    await expect
      .element(page.getByRole('dialog').getByText(`part à Zoé Fictive (a@example.com), à signer, suivi le ${day(20)}.`))
      .toBeVisible();
    await button('Fermer').click();
    await button('Importer').click();
    await expect.element(page.getByText('est scellée et en file')).toBeVisible();
    expect(app.asked.documents).toMatchObject([
      { marks: { labels: ['Saison 2026', 'À relancer'], followUpOn: day(20) } },
    ]);
  });

  it('nothing goes with the folders unless it is asked for', async () => {
    await preview();
    await button('Importer').click();
    await expect.element(page.getByText('est scellée et en file')).toBeVisible();
    expect(app.asked.documents[0]?.marks).toEqual({});
  });

  it('says in its place what cannot be taken, keeps Aperçu and Importer from it, and puts the keyboard there', async () => {
    await openApp(app);
    await go('Envois des documents');
    await page.getByLabelText('Fichier .zip', { exact: true }).upload(new File(['x'], 't183.zip'));
    await labels().fill(`T183, ${'x'.repeat(101)}`);
    await button('Aperçu').click();
    await expect.element(labels()).toHaveFocus();
    await expect.element(labels()).toHaveAttribute('aria-invalid', 'true');
    expect(described(labels())).toMatch(/^L’étiquette «\u00a0x{30}…\u00a0» dépasse 100 caractères/);
    expect(page.getByRole('table', { name: 'Aperçu' }).elements()).toEqual([]);
    expect(await accessibilityProblems()).toEqual([]);
    await labels().fill('T183');
    await button('Aperçu').click();
    await expect.element(page.getByRole('table', { name: 'Aperçu' })).toBeVisible();
    // After the preview too.
    await button('Modifier').click();
    await followUp().fill(day(-1));
    await labels().click();
    await expect.element(page.getByText('Étiquettes ou suivi à corriger avant d’importer')).toBeVisible();
    expect(described(followUp())).toContain('Cette date est passée');
    await expect.element(button('Importer')).toBeDisabled();
    // A correction is taken at once: no click is lost on a button that waits for the field to be left.
    await followUp().fill('');
    await expect.element(followUp()).not.toHaveAttribute('aria-invalid');
    await expect.element(button('Importer')).toBeEnabled();
  });

  it('never takes half a date for no follow-up', async () => {
    await openApp(app);
    await go('Envois des documents');
    await page.getByLabelText('Fichier .zip', { exact: true }).upload(new File(['x'], 't183.zip'));
    await followUp().click();
    await userEvent.keyboard('12');
    await button('Aperçu').click();
    await expect.element(followUp()).toHaveAttribute('aria-invalid', 'true');
    expect(described(followUp())).toContain('Cette date est incomplète');
    await userEvent.keyboard('{Delete}{ArrowRight}{Delete}{ArrowRight}{Delete}');
    await labels().click();
    await expect.element(followUp()).not.toHaveAttribute('aria-invalid');
  });

  it('keeps the title that was typed while another screen is looked at', async () => {
    await preview();
    await button('Modifier').click();
    await page.getByLabelText('Titre du dossier sécurisé').fill('Impôts à signer');
    await go('Accueil');
    await go('Envois des documents');
    await expect.element(page.getByText('Impôts à signer')).toBeVisible();
    await button('Importer').click();
    await expect.element(page.getByText('est scellée et en file')).toBeVisible();
    expect(app.asked.documents[0]?.folderTitle).toBe('Impôts à signer');
  });

  it('asks for neither where this GEM-BOOKS takes neither', async () => {
    app.marksFolders = false;
    await openApp(app);
    await go('Envois des documents');
    await expect.element(page.getByLabelText('Titre du dossier sécurisé')).toBeVisible();
    expect(labels().elements()).toEqual([]);
    expect(followUp().elements()).toEqual([]);
  });

  it('warns when no client list was synchronised here', async () => {
    app.synchronised = false;
    await openApp(app);
    await go('Envois des documents');
    await expect.element(page.getByText('Aucune liste de clients n’a été synchronisée')).toBeVisible();
  });

  it('says what leaves, what stays and why, before and after « Tout confirmer »', async () => {
    await preview();
    const counts = [
      'Prêts 1',
      'À confirmer 1',
      'À vérifier 0',
      'Bloqués 1',
      'Documents non associés 1',
      'Déjà envoyés 0',
      'Refusés 1',
    ];
    for (const name of counts) await expect.element(page.getByRole('button', { name, exact: true })).toBeVisible();
    await expect
      .element(page.getByText('1 bloqué (le document porte le NAS d’un autre client), 1 non associé et 1 refusé'))
      .toBeVisible();
    await button('Tout confirmer').click();
    await expect.element(page.getByRole('button', { name: 'Prêts 2', exact: true })).toBeVisible();
    await expect.element(page.getByText('2 enveloppes (2 documents) partiront à 2 personnes')).toBeVisible();
    await button('Importer').click();
    await expect.element(page.getByText('est scellée et en file')).toBeVisible();
    expect(app.asked.documents).toMatchObject([{ decisions: [['b', { kind: 'confirm' }]], emailTemplateId: 'm-2' }]);
  });

  it('shows evidence in words and the page with its labelled boxes', async () => {
    await preview();
    await page.getByRole('row', { name: /Line Fictive/ }).click();
    const detail = page.getByRole('region', { name: 'Détail du document' });
    await expect.element(detail.getByText('Le document porte le NAS d’un autre client')).toBeVisible();
    await expect.element(detail.getByText('Page 1 de 1', { exact: true })).toBeVisible();
    const box = document.querySelector<HTMLElement>('.page .box');
    expect(box?.textContent?.trim()).toBe('Signature');
    const sheet = box?.parentElement?.getBoundingClientRect() ?? new DOMRect();
    const place = box?.getBoundingClientRect() ?? new DOMRect();
    expect((place.left - sheet.left) / sheet.width).toBeCloseTo(40 / 612, 2);
    expect((sheet.bottom - place.bottom) / sheet.height).toBeCloseTo(113 / 792, 2);
    expect(await accessibilityProblems()).toEqual([]);
    await button('Voir en grand').click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
  });

  it('keeps the detail as high as it was, whatever is said above the list', async () => {
    await preview();
    await page.getByRole('row', { name: /Zoé Fictive/ }).click();
    const heightOf = () => page.getByRole('region', { name: 'Détail du document' }).element().clientHeight;
    const before = heightOf();
    const task = { kind: 'client-update', client: 'local-zoe' as LocalClientId, changes: [] } as const;
    app.entries = [{ ...fakeEntry(task), createdAt: Date.now() + 1_000 }];
    await expect.element(button('Relire avec les clients à jour')).toBeVisible();
    expect(heightOf()).toBe(before);
  });

  it('shows whole names in the list, however little the detail leaves it', async () => {
    await preview();
    await page.getByRole('row', { name: /Line Fictive/ }).click();
    for (const width of [1440, 1280, 1024, 960]) {
      await page.viewport(width, 800);
      await expect.poll(() => window.innerWidth).toBe(width);
      const names = [...document.querySelectorAll<HTMLElement>('tr[data-position] .name')];
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((name) => name.scrollWidth > (name.parentElement?.clientWidth ?? 0))).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
  });

  it('begins each document’s detail at its top', async () => {
    await page.viewport(1440, 700);
    await preview();
    await page.getByRole('row', { name: /Zoé Fictive/ }).click();
    const inside = page.getByRole('region', { name: 'Détail du document' }).element().firstElementChild;
    inside?.scrollTo({ top: 200 });
    expect(inside?.scrollTop).toBeGreaterThan(0);
    await page.getByRole('row', { name: /Line Fictive/ }).click();
    await expect.poll(() => inside?.scrollTop).toBe(0);
  });

  it('assigns an unmatched document by search', async () => {
    await preview();
    await button('Documents non associés 1').click();
    await page.getByRole('row', { name: /inconnu e\.pdf/ }).click();
    await page.getByRole('searchbox', { name: 'Rechercher un client' }).fill('Zo');
    await button('Associer à Zoé Fictive').click();
    await expect.element(page.getByRole('button', { name: 'Documents non associés 0', exact: true })).toBeVisible();
    expect(app.asked.decisions).toEqual([['e', { kind: 'assign', clientId: 'local-zoe' }]]);
  });

  it('keeps what a file’s rights forbid, until the office says why it prepares it all the same', async () => {
    const traits = {
      pages: 1,
      encrypted: true,
      withheld: ['changes', 'annotations'],
      form: false,
      xfa: false,
    } as const;
    const rest = { signatures: 0, certification: null, locksFields: false, usageRights: false } as const;
    const more = { scripts: 0, attachments: 0, soundXref: true, hybridXref: true } as const;
    app.documentRows = [
      fakeDocumentRow('a', 'Zoé Fictive'),
      fakeDocumentRow('b', 'Réal Inventé', {
        status: 'blocked',
        issues: [{ code: 'changes-forbidden', severity: 'block' }],
        file: { traits: { ...traits, ...rest, ...more }, locked: false },
      }),
    ];
    await preview();
    await page.getByRole('row', { name: /Réal Inventé/ }).click();
    const detail = page.getByRole('region', { name: 'Détail du document' });
    await expect.element(detail.getByText('droits retirés\u00a0: modifier, annoter')).toBeVisible();
    await expect.element(detail.getByText('table des objets hybride')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await button('Décider…').click();
    await expect.element(button('Préparer quand même')).toBeDisabled();
    await page.getByLabelText('Pourquoi le bureau peut le préparer').fill('Réal Inventé : nos propres exports');
    await button('Préparer quand même').click();
    // As the journal keeps it: nobody is named in it.
    await expect.element(page.getByText(/Préparé malgré ses droits.*••• ••• : nos propres exports/u)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Prêts 2', exact: true })).toBeVisible();
    await button('Revenir sur ma décision').click();
    await expect.element(page.getByRole('button', { name: 'Bloqués 1', exact: true })).toBeVisible();
    expect(app.asked.rights).toEqual(['••• ••• : nos propres exports', null]);
  });

  it('creates the client of an unmatched document through a list of one row', async () => {
    app.documentRows = [
      fakeDocumentRow('a', null, {
        sourceName: 'lot/Fictif, Inouï - 046454286.pdf',
        status: 'unmatched',
        naming: 'N2',
      }),
    ];
    await preview();
    await page.getByRole('row').nth(1).click();
    await page.getByRole('link', { name: 'Créer ce client…' }).click();
    await expect.element(page.getByText('nouveau-client.csv').first()).toBeVisible();
    await button('Aperçu').click();
    await expect.element(button('Importer')).toBeVisible();
    await link('Envois des documents').click();
    await expect.element(page.getByRole('table', { name: 'Aperçu' })).toBeVisible();
  });

  it('says that client records came since, and reads again with them', async () => {
    await preview();
    expect(page.getByText(/importées depuis cet aperçu/).elements()).toEqual([]);
    const task = { kind: 'client-update', client: 'local-zoe' as LocalClientId, changes: [] } as const;
    app.entries = [{ ...fakeEntry(task), createdAt: Date.now() + 1_000 }];
    await button('Relire avec les clients à jour').click();
    await expect.element(page.getByRole('table', { name: 'Aperçu' })).toBeVisible();
  });

  it('says what to do about a refused file', async () => {
    await preview();
    await page.getByRole('row', { name: /inconnu f\.pdf/ }).click();
    await expect.element(page.getByText('Imprimez-le en PDF ordinaire depuis le logiciel d’impôt.')).toBeVisible();
  });
});
