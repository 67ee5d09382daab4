import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-svelte';
import type { FakeApp } from '../../fakes/fake-app.svelte';
import { fakeCandidate, fakePlanRow } from '../../fakes/fake-rows';
import { accessibilityProblems, button, freshApp, go, openApp, previewed } from './screen';

let app: FakeApp;

beforeEach(async () => {
  app = await freshApp();
});
afterEach(cleanup);

describe('Synchronisation clients', () => {
  beforeEach(() => {
    app.planRows = [
      fakePlanRow('a', 'Zoé Fictive', { issues: [{ code: 'sin-luhn', severity: 'warning', field: 'sin' }] }),
      fakePlanRow('b', 'Réal Inventé', {
        status: 'update',
        invitation: 'not-new',
        changes: [{ field: 'city', before: 'Lévis', after: 'Québec' }],
      }),
      fakePlanRow('c', 'Odile Fictive', {
        status: 'check',
        candidates: [fakeCandidate(12, 'Odille Fictive')],
      }),
    ];
  });

  const preview = () => previewed(app, 'Synchronisation clients', 'Fichier', 'liste.csv');

  it('asks for a file at the field when there is none', async () => {
    await openApp(app);
    await go('Synchronisation clients');
    await button('Aperçu').click();
    await expect
      .element(page.getByLabelText('Fichier', { exact: true }))
      .toHaveAccessibleDescription('Choisissez d’abord un fichier.');
  });

  it('names filters with their counts and rows with their filter', async () => {
    await preview();
    for (const name of ['À créer 1', 'À mettre à jour 1', 'Inchangés 0', 'À vérifier 1', 'En erreur 0', 'Conflits 0']) {
      await expect.element(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'false');
    }
    await expect.element(page.getByRole('row', { name: 'Zoé Fictive — À créer', exact: true })).toBeVisible();
    await button('À vérifier 1').click();
    await expect.element(page.getByRole('row', { name: 'Odile Fictive — À vérifier', exact: true })).toBeVisible();
    expect(page.getByRole('row', { name: 'Zoé Fictive' }).elements()).toEqual([]);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('folds the form into one line over the list, and opens it where the keyboard is', async () => {
    await preview();
    expect(page.getByRole('combobox', { name: 'Portée' }).elements()).toEqual([]);
    await expect.element(page.getByText(/liste\.csv.*DT Max · Particuliers/)).toBeVisible();
    await button('Modifier').click();
    await expect.element(page.getByLabelText('Logiciel')).toHaveFocus();
  });

  it('gives the width back to the list, and the keyboard to its row, when the detail is closed', async () => {
    await preview();
    const row = page.getByRole('row', { name: /Zoé Fictive/ });
    const width = () => page.getByRole('table', { name: 'Aperçu' }).element().clientWidth;
    const whole = width();
    await row.click();
    const detail = page.getByRole('region', { name: 'Détail du client' });
    await expect.element(detail).toBeVisible();
    expect(width()).toBeLessThan(whole);
    await detail.getByRole('button', { name: 'Fermer' }).click();
    await expect.element(row).toHaveFocus();
    expect(width()).toBe(whole);
  });

  it('never shows a SIN whole: not in the detail, not in the sample of its column', async () => {
    await preview();
    await page.getByRole('row', { name: /Zoé Fictive/ }).click();
    await page.getByText('Lecture du fichier').click();
    await expect.element(page.getByText('••• ••• 286').first()).toBeVisible();
    expect(document.body.textContent).not.toContain('046454286');
  });

  it('takes field, candidate and exclusion to the import, without any dialog', async () => {
    await preview();
    await page.getByRole('row', { name: /Réal Inventé/ }).click();
    await page.getByRole('checkbox', { name: 'Accepter le changement : Ville' }).click();
    await expect.element(page.getByRole('row', { name: 'Réal Inventé — Inchangé' })).toBeVisible();
    await page.getByRole('row', { name: /Odile Fictive/ }).click();
    await page.getByRole('radio', { name: 'Odille Fictive · no GB-12 · Lévis' }).click();
    await expect.element(page.getByText('1 client sera créé, 1 mis à jour')).toBeVisible();
    await button('Importer').click();
    await expect.element(page.getByText('La liste est en file.')).toBeVisible();
    expect(app.asked.clients).toEqual([
      { refusedFields: [['b', ['city']]], excluded: [], chosen: [['c', 12]], sides: [], accountManagerId: null },
    ]);
  });

  it('closes Importer, and says why, when the form no longer says what was previewed', async () => {
    await preview();
    await button('Modifier').click();
    await page.getByLabelText('Portée').selectOptions('Mettre à jour seulement');
    await expect.element(button('Importer')).toBeDisabled();
    await expect.element(page.getByText('refaites l’aperçu avant d’importer')).toBeVisible();
  });

  it('is worked by keyboard: one stop in the table, arrows, Home and End', async () => {
    await preview();
    page
      .getByRole('row', { name: /Odile Fictive/ })
      .element()
      .focus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(page.getByRole('row', { name: /Réal Inventé/ })).toHaveFocus();
    await expect.element(page.getByRole('heading', { level: 2, name: 'Réal Inventé' })).toBeVisible();
    await userEvent.keyboard('{Home}');
    await expect.element(page.getByRole('row', { name: /Zoé Fictive/ })).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(page.getByRole('row', { name: /Odile Fictive/ })).toHaveFocus();
    expect(document.querySelectorAll('tr[tabindex="0"]')).toHaveLength(1);
  });

  it('draws a screenful of ten thousand rows, and reaches the last', async () => {
    app.planRows = Array.from({ length: 10_000 }, (_, n) => fakePlanRow(`r${n}`, `Fictif ${n}`));
    await preview();
    await expect.element(page.getByRole('table', { name: 'Aperçu' })).toHaveAttribute('aria-rowcount', '10001');
    expect(document.querySelectorAll('tbody tr.row').length).toBeLessThan(60);
    page.getByRole('row', { name: 'Fictif 0 — À créer' }).element().focus();
    await userEvent.keyboard('{End}');
    await expect.element(page.getByRole('row', { name: 'Fictif 9999 — À créer' })).toHaveFocus();
  });

  it('is found as it was left, and forgotten when the vault locks', async () => {
    await preview();
    await page.getByRole('row', { name: /Zoé Fictive/ }).click();
    await go('Accueil');
    await go('Synchronisation clients');
    await expect.element(page.getByRole('row', { name: 'Zoé Fictive — À créer' })).toBeVisible();
    await page.getByRole('searchbox', { name: 'Rechercher' }).fill('odile');
    await expect.poll(() => page.getByRole('row', { name: /Zoé Fictive/ }).elements()).toEqual([]);
    await button('Verrouiller').click();
    await page.getByLabelText('Phrase de passe', { exact: true }).fill('agrafe cheval pile');
    await button('Déverrouiller').click();
    await go('Synchronisation clients');
    expect(page.getByRole('table').elements()).toEqual([]);
  });

  it('opens the detail as a sheet on a phone', async () => {
    await page.viewport(390, 844);
    await openApp(app);
    location.hash = '#/clients';
    await page.getByLabelText('Fichier', { exact: true }).upload(new File(['x'], 'liste.csv'));
    await button('Aperçu').click();
    await page.getByRole('row', { name: /Zoé Fictive/ }).click();
    await expect.element(page.getByRole('dialog', { name: 'Détail du client' })).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await button('Fermer').click();
    expect(page.getByRole('dialog').elements()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
