/// <reference types="svelte" />
import type Axe from 'axe-core';
import axeSource from 'axe-core/axe.min.js?raw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import type { LocalClientId } from '../../../src/core/ids';
import { UpdateControl } from '../../../src/pwa/update-control.svelte';
import App from '../../../src/ui/App.svelte';
import '../../../src/ui/styles/base.css';
import '../../../src/ui/styles/tokens.css';
import { FakeApp } from '../../fakes/fake-app.svelte';
import { fakeDocumentRow, fakeEntry, fakeCandidate, fakePlanRow } from '../../fakes/fake-rows';

let app: FakeApp;

beforeEach(async () => {
  await page.viewport(1440, 900);
  location.hash = '#/accueil';
  app = new FakeApp();
});
afterEach(cleanup);

async function open(): Promise<void> {
  await render(App, { app, update: new UpdateControl(() => null) });
}

const link = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { level: 1, name });
const button = (name: string | RegExp) => page.getByRole('button', { name });

async function go(name: string): Promise<void> {
  await link(name).click();
  await expect.element(heading(name)).toBeVisible();
}

/** Loaded as text: a dependency that Vite finds in the middle of a test makes it load the page again. */
function loadedAxe(): typeof Axe {
  const known = (globalThis as { axe?: typeof Axe }).axe;
  if (known) return known;
  const script = document.createElement('script');
  script.textContent = axeSource;
  document.head.append(script);
  return loadedAxe();
}

/** Not the serious ones only: there is no reason to live with the others. */
async function accessibilityProblems(): Promise<string[]> {
  const { violations } = await loadedAxe().run(document, { resultTypes: ['violations'] });
  return violations.map(({ id, impact, nodes }) => `${impact} ${id} ${nodes[0]?.html ?? ''}`);
}

describe('first start', () => {
  it('asks twice, refuses what differs, and says why at the field', async () => {
    app.vaultState = 'none';
    await open();
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
    await open();
    await expect.element(page.getByRole('status', { name: 'Synchronisation' })).toHaveTextContent('7 envois en file');
    await button('English').click();
    await expect.element(button('Unlock')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe('the menu', () => {
  it('moves title, address, document title and focus', async () => {
    await open();
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
    await open();
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
    await open();
    const badge = page.getByRole('status', { name: 'Synchronisation' });
    await expect.element(badge).toHaveTextContent(words);
    await expect.element(badge).toHaveAttribute('data-pending', String(counts.pending));
    await expect.element(badge).toHaveAttribute('data-held', String(counts.held));
    await expect.element(badge).toHaveAttribute('data-rejected', String(counts.rejected));
  });
});

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

  async function previewed(): Promise<void> {
    await open();
    await go('Synchronisation clients');
    await page.getByLabelText('Fichier', { exact: true }).upload(new File(['x'], 'liste.csv'));
    await button('Aperçu').click();
    await expect.element(page.getByRole('table', { name: 'Aperçu' })).toBeVisible();
  }

  it('asks for a file at the field when there is none', async () => {
    await open();
    await go('Synchronisation clients');
    await button('Aperçu').click();
    await expect
      .element(page.getByLabelText('Fichier', { exact: true }))
      .toHaveAccessibleDescription('Choisissez d’abord un fichier.');
  });

  it('names filters with their counts and rows with their filter', async () => {
    await previewed();
    for (const name of ['À créer 1', 'À mettre à jour 1', 'Inchangés 0', 'À vérifier 1', 'En erreur 0', 'Conflits 0']) {
      await expect.element(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'false');
    }
    await expect.element(page.getByRole('row', { name: 'Zoé Fictive — À créer', exact: true })).toBeVisible();
    await button('À vérifier 1').click();
    await expect.element(page.getByRole('row', { name: 'Odile Fictive — À vérifier', exact: true })).toBeVisible();
    expect(page.getByRole('row', { name: 'Zoé Fictive' }).elements()).toEqual([]);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('never shows a SIN whole: not in the detail, not in the sample of its column', async () => {
    await previewed();
    await page.getByRole('row', { name: /Zoé Fictive/ }).click();
    await page.getByText('Lecture du fichier').click();
    await expect.element(page.getByText('••• ••• 286').first()).toBeVisible();
    expect(document.body.textContent).not.toContain('046454286');
  });

  it('takes field, candidate and exclusion to the import, without any dialog', async () => {
    await previewed();
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
    await previewed();
    await page.getByLabelText('Portée').selectOptions('Mettre à jour seulement');
    await expect.element(button('Importer')).toBeDisabled();
    await expect.element(page.getByText('refaites l’aperçu avant d’importer')).toBeVisible();
  });

  it('is worked by keyboard: one stop in the table, arrows, Home and End', async () => {
    await previewed();
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
    await previewed();
    await expect.element(page.getByRole('table', { name: 'Aperçu' })).toHaveAttribute('aria-rowcount', '10001');
    expect(document.querySelectorAll('tbody tr.row').length).toBeLessThan(60);
    page.getByRole('row', { name: 'Fictif 0 — À créer' }).element().focus();
    await userEvent.keyboard('{End}');
    await expect.element(page.getByRole('row', { name: 'Fictif 9999 — À créer' })).toHaveFocus();
  });

  it('is found as it was left, and forgotten when the vault locks', async () => {
    await previewed();
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
    await open();
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

describe('an office that this workstation has not joined', () => {
  it('stands before the form, says a wrong passphrase, then lets through', async () => {
    app.officeState = { kind: 'join-required' };
    await open();
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

  async function previewed(): Promise<void> {
    await open();
    await go('Envois des documents');
    await page.getByLabelText('Fichier .zip').upload(new File(['x'], 't183.zip'));
    await button('Aperçu').click();
    await expect.element(page.getByRole('table', { name: 'Aperçu' })).toBeVisible();
  }

  it('presets everything: last tax year, default template, a title', async () => {
    await open();
    await go('Envois des documents');
    const lastYear = String(new Date().getFullYear() - 1);
    await expect.element(page.getByLabelText('Type de document')).toHaveDisplayValue('Selon le contenu');
    await expect.element(page.getByLabelText('Nomenclature')).toHaveDisplayValue('Détecter');
    await expect.element(page.getByLabelText('Année')).toHaveDisplayValue(lastYear);
    await expect.element(page.getByLabelText('Modèle de courriel')).toHaveDisplayValue('Documents à signer');
    await page.getByLabelText('Nomenclature').selectOptions('N5');
    await expect.element(page.getByText('2025 T183 - Simon Provencher.pdf')).toBeVisible();
  });

  it('warns when no client list was synchronised here', async () => {
    app.synchronised = false;
    await open();
    await go('Envois des documents');
    await expect.element(page.getByText('Aucune liste de clients n’a été synchronisée')).toBeVisible();
  });

  it('says what leaves, what stays and why, before and after « Tout confirmer »', async () => {
    await previewed();
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
    await previewed();
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

  it('assigns an unmatched document by search', async () => {
    await previewed();
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
    await previewed();
    await page.getByRole('row', { name: /Réal Inventé/ }).click();
    const detail = page.getByRole('region', { name: 'Détail du document' });
    await expect.element(detail.getByText('droits retirés\u00a0: modifier, annoter')).toBeVisible();
    await expect.element(detail.getByText('table des objets hybride')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
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

  it('says what to do about a refused file', async () => {
    await previewed();
    await page.getByRole('row', { name: /inconnu f\.pdf/ }).click();
    await expect.element(page.getByText('Imprimez-le en PDF ordinaire depuis le logiciel d’impôt.')).toBeVisible();
  });
});

describe('Suivi des envois', () => {
  const zoe = 'local-zoe' as LocalClientId;

  it('shows the words of GEM-BOOKS, retries, and calls back', async () => {
    const rejected = fakeEntry(
      { kind: 'client-update', client: zoe, changes: [] },
      { state: { kind: 'rejected', at: 1, problem: { status: 422, code: 'invalid', detail: 'Code postal inconnu' } } },
    );
    const done = fakeEntry(
      { kind: 'client-update', client: 'local-b' as LocalClientId, changes: [] },
      { state: { kind: 'done', at: 1, result: { kind: 'none' } } },
    );
    app.entries = [rejected, done];
    await open();
    await go('Suivi des envois');
    await page.getByRole('row', { name: 'Client local-zoe — Rejeté par GEM-BOOKS' }).click();
    // Beside the row in short, and whole in the detail.
    await expect.element(page.getByText('Code postal inconnu', { exact: true })).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await page.getByRole('button', { name: 'Réessayer', exact: true }).click();
    await button("Annuler l'envoi").click();
    expect([app.asked.retried, app.asked.cancelled]).toEqual([[rejected.id], [rejected.id]]);
    await page.getByRole('row', { name: 'Client local-b — Envoyé' }).click();
    expect(page.getByRole('button', { name: 'Réessayer', exact: true }).elements()).toEqual([]);
    await button('Suspendre les envois').click();
    expect(app.paused).toBe(true);
  });
});

describe('Configurations', () => {
  it('takes a key once and never shows it again', async () => {
    await open();
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
    await open();
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
    await open();
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
    await open();
    await expect.element(heading('Accueil')).toBeVisible();
    expect(page.getByRole('button', { name: /données fictives/ }).elements()).toEqual([]);
  });
});
