import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-svelte';
import type { FakeApp } from '../../fakes/fake-app.svelte';
import { fakeDocumentRow, fakePlanRow } from '../../fakes/fake-rows';
import { accessibilityProblems, button, freshApp, go, heading, link, openApp } from './screen';

let app: FakeApp;

beforeEach(async () => {
  app = await freshApp();
});
afterEach(cleanup);

describe('first start', () => {
  it('asks twice, refuses what differs, and says why at the field', async () => {
    app.vaultState = 'none';
    await openApp(app);
    await page.getByLabelText('Phrase de passe', { exact: true }).fill('agrafe cheval pile');
    await page.getByLabelText('Confirmer la phrase de passe').fill('agrafe cheval');
    await button('Créer le coffre').click();
    await expect.element(page.getByLabelText('Confirmer la phrase de passe')).toHaveAttribute('aria-invalid', 'true');
    expect(app.asked.passphrases).toEqual([]);
    await page.getByLabelText('Confirmer la phrase de passe').fill('agrafe cheval pile');
    await button('Créer le coffre').click();
    await expect.element(heading('Accueil')).toBeVisible();
    expect(app.asked.passphrases).toEqual(['agrafe cheval pile']);
    expect(document.body.innerHTML).not.toContain('agrafe');
  });

  it('unlocks, shows what is still being sent, and speaks English when asked', async () => {
    app.vaultState = 'locked';
    app.counts = { pending: 7, held: 0, rejected: 0, done: 0 };
    await openApp(app);
    await expect.element(page.getByRole('status', { name: 'Synchronisation' })).toHaveTextContent('7 envois en file');
    await button('English').click();
    await expect.element(button('Unlock')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe('the menu', () => {
  it('moves title, address, document title and focus', async () => {
    await openApp(app);
    for (const [name, hash] of [
      ['Synchronisation clients', '#/clients'],
      ['Envois des documents', '#/envois'],
      ['Suivi des envois', '#/suivi'],
      ['Tâches', '#/taches'],
      ['Modèles de courriels', '#/modeles'],
      ['Accueil', '#/accueil'],
    ] as const) {
      await go(name);
      expect(location.hash).toBe(hash);
      expect(document.title).toContain(name);
      await expect.element(heading(name)).toHaveFocus();
      expect(await accessibilityProblems()).toEqual([]);
    }
    await link('Configurations').click();
    await expect.element(heading('Configurations › API')).toHaveFocus();
    expect(location.hash).toBe('#/configurations/api');
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('is a drawer on a phone, and nothing scrolls sideways', async () => {
    await page.viewport(390, 844);
    await openApp(app);
    await button('Ouvrir le menu Impôts sync').click();
    await go('Envois des documents');
    expect(page.getByRole('navigation').elements()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

describe('the badge', () => {
  it.each([
    [{ pending: 0, held: 0, rejected: 0, done: 0 }, {}, 'Rien à envoyer'],
    [{ pending: 0, held: 0, rejected: 0, done: 3 }, {}, 'Tout est envoyé'],
    [{ pending: 24, held: 0, rejected: 0, done: 0 }, {}, '24 envois en file'],
    [{ pending: 1, held: 2, rejected: 1, done: 0 }, {}, '1 envoi en file · 2 retenus · 1 rejeté'],
    [{ pending: 3, held: 0, rejected: 0, done: 0 }, { online: false }, 'Hors ligne : 3 envois attendent'],
    [{ pending: 0, held: 0, rejected: 0, done: 2 }, { unreachable: 'office-server' }, 'Serveur du bureau injoignable'],
    [
      { pending: 1, held: 0, rejected: 0, done: 0 },
      { unreachable: 'gem-books' },
      'GEM-BOOKS injoignable : 1 envoi attend',
    ],
    [{ pending: 3, held: 0, rejected: 0, done: 0 }, { needsSignIn: true }, 'Clé refusée : 3 envois attendent'],
    [{ pending: 3, held: 0, rejected: 0, done: 0 }, { paused: true }, 'Envois suspendus : 3 en file'],
  ])('%j %j', async (counts, state, words) => {
    Object.assign(app, { counts }, state);
    await openApp(app);
    const badge = page.getByRole('status', { name: 'Synchronisation' });
    await expect.element(badge).toHaveTextContent(words);
    await expect.element(badge).toHaveAttribute('data-pending', String(counts.pending));
    await expect.element(badge).toHaveAttribute('data-held', String(counts.held));
    await expect.element(badge).toHaveAttribute('data-rejected', String(counts.rejected));
  });
});

describe('an office that this workstation has not joined', () => {
  it('stands before the form, says a wrong passphrase, then lets through', async () => {
    app.officeState = { kind: 'join-required' };
    await openApp(app);
    await go('Envois des documents');
    expect(page.getByLabelText('Fichier .zip').elements()).toEqual([]);
    await page.getByLabelText('Phrase de passe du bureau').fill('faux');
    await button('Rejoindre ce bureau').click();
    await expect.element(page.getByText('Cette phrase de passe n’est pas celle du bureau.')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await page.getByLabelText('Phrase de passe du bureau').fill('la bonne phrase');
    await button('Rejoindre ce bureau').click();
    await expect.element(page.getByLabelText('Fichier .zip')).toBeVisible();
  });
});

describe('Configurations', () => {
  it('takes a key once and never shows it again', async () => {
    await openApp(app);
    await link('Configurations').click();
    await page.getByLabelText('Clé d’API').fill('cle-secrete');
    await button('Remplacer la clé').click();
    await expect.element(page.getByText('Clé enregistrée.')).toBeVisible();
    expect(app.asked.keys).toEqual(['cle-secrete']);
    await expect.element(page.getByLabelText('Clé d’API')).toHaveValue('');
    await expect.element(page.getByLabelText('Clé d’API')).toHaveAttribute('type', 'password');
  });

  it('speaks English at once, and says a failed connection in words', async () => {
    app.connectionState = { kind: 'failed', error: { code: 'api/unauthorized' } };
    await openApp(app);
    await link('Configurations').click();
    await expect.element(page.getByText('GEM-BOOKS refuse la clé (401).')).toBeVisible();
    await page.getByLabelText('Langue', { exact: true }).selectOptions('English');
    await expect.element(heading('Settings › API')).toBeVisible();
    await expect.element(page.getByText('GEM-BOOKS refuses the key (401).')).toBeVisible();
  });
});

describe('Essayer avec des données fictives', () => {
  it('brings each file to its screen and lets the user press the buttons', async () => {
    app.planRows = [fakePlanRow('a', 'Zoé Fictive')];
    app.documentRows = [fakeDocumentRow('a', 'Zoé Fictive')];
    await openApp(app);
    await button('Essayer avec des données fictives').click();
    for (const [title, file] of [
      ['Synchronisation clients', 'clients-dtmax.csv'],
      ['Synchronisation clients', 'clients-taxprep.xlsx'],
      ['Envois des documents', 't183-2025.zip'],
    ] as const) {
      await expect.element(heading(title)).toBeVisible();
      await expect
        .element(
          page
            .getByRole('strong')
            .filter({ hasText: file })
            .or(page.getByText(file, { exact: true }))
            .first(),
        )
        .toBeVisible();
      await button('Aperçu').click();
      await button('Importer').click();
      await button('Étape suivante').click();
    }
    await expect.element(heading('Suivi des envois')).toBeVisible();
    await button('Terminer').click();
    expect([app.asked.clients.length, app.asked.documents.length]).toEqual([2, 1]);
  });

  it('is offered by a sandbox only', async () => {
    app.connectionState = { kind: 'connected', company: 'Cabinet réel', extension: true, sandbox: false };
    await openApp(app);
    await expect.element(heading('Accueil')).toBeVisible();
    expect(page.getByRole('button', { name: /données fictives/ }).elements()).toEqual([]);
  });
});
