/// <reference types="svelte" />
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { UpdateControl } from '../../../src/pwa/update-control.svelte';
import App from '../../../src/ui/App.svelte';
import '../../../src/ui/styles/base.css';
import '../../../src/ui/styles/tokens.css';
import { FakeApp } from '../../fakes/fake-app.svelte';
import { fakeTemplate } from '../../fakes/fake-template';

let app: FakeApp;

beforeEach(async () => {
  await page.viewport(1440, 900);
  location.hash = '#/modeles';
  app = new FakeApp();
});
afterEach(cleanup);

const open = () => render(App, { app, update: new UpdateControl(() => null) });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const french = page.getByRole('group', { name: 'Français' });
const subject = french.getByLabelText('Objet');
const message = french.getByLabelText('Message');
const textOf = (node: Element): string => (node as HTMLTextAreaElement).value;

describe('Modèles de courriels', () => {
  it('opens the usual one, puts a field at the caret, and goes on typing there', async () => {
    await open();
    await expect.element(page.getByLabelText('Nom du modèle')).toHaveValue('Documents à signer');
    await message.fill('Bonjour ,');
    await userEvent.keyboard('{ArrowLeft}');
    await button(/^Insérer «\sDestinataire\s» dans\s: Message \(Français\)/).click();
    await userEvent.keyboard('!');
    expect(textOf(message.element())).toBe('Bonjour {client_contact}!,');
    await expect
      .element(page.getByRole('article', { name: 'Aperçu – Français' }))
      .toHaveTextContent('Bonjour Zoé Fictive!,');
    await button('Enregistrer').click();
    await expect.element(page.getByRole('status').getByText('Modèle enregistré dans GEM-BOOKS.')).toBeVisible();
    expect(app.asked.templates).toMatchObject([{ over: 'm-2', draft: { body: { fr: 'Bonjour {client_contact}!,' } } }]);
  });

  it('keeps out of a subject what says too much, in words, and sends nothing', async () => {
    await open();
    await subject.fill('Votre T183 est prêt');
    await expect.element(subject).toHaveAttribute('aria-invalid', 'true');
    await expect.element(subject).toHaveAccessibleDescription(/Pas de nom de formulaire dans un objet/);
    await expect.element(button(/^Insérer «\sLien sécurisé/)).toBeDisabled();
    await button('Enregistrer').click();
    await expect.element(subject).toHaveFocus();
    expect(app.asked.templates).toEqual([]);
  });

  it('keeps an unknown place, and warns', async () => {
    await open();
    await message.fill('Bonjour {prenom} {link}');
    await expect
      .element(message)
      .toHaveAccessibleDescription('GEM-BOOKS ne connaît pas {prenom}\u00a0: il partira tel quel.');
    await button('Enregistrer').click();
    await expect
      .poll(() => app.asked.templates)
      .toMatchObject([{ draft: { body: { fr: 'Bonjour {prenom} {link}' } } }]);
  });

  it('loses nothing of what is written when another is looked at, or another screen', async () => {
    await open();
    await message.fill('À finir {link}');
    await button(/^Documents pour consultation/).click();
    await expect.element(page.getByLabelText('Nom du modèle')).toHaveValue('Documents pour consultation');
    await page.getByRole('link', { name: 'Tâches' }).click();
    await page.getByRole('link', { name: 'Modèles de courriels' }).click();
    await button(/^Documents à signer.*Non enregistré/).click();
    await expect.element(message).toHaveValue('À finir {link}');
    await button('Abandonner les changements').click();
    await expect.element(message).toHaveValue('Bonjour {client_contact},\n\n{link}\n');
  });

  it('is seen with a client that one looks for', async () => {
    await open();
    await page.getByLabelText('Client de l’aperçu').fill('real');
    await button('Réal Inventé').click();
    await expect.element(page.getByText('Avec Réal Inventé')).toBeVisible();
    await expect
      .element(page.getByRole('article', { name: 'Aperçu – Anglais' }))
      .toHaveTextContent('Hello Réal Inventé,');
  });

  it('of a type of document: chosen here, and said who has it now', async () => {
    app.templates = [
      fakeTemplate('m-1', 'Avis', { isDefault: true }),
      fakeTemplate('m-2', 'Mission', { defaultFor: ['ENGAGEMENT'] }),
    ];
    await open();
    await page.getByText('Choisi d’avance pour certains types de document (0)').click();
    await page.getByLabelText(/Lettre de mission \(maintenant\s: Mission\)/).click();
    await button('Enregistrer').click();
    await expect
      .poll(() => app.asked.templates)
      .toMatchObject([{ over: 'm-1', draft: { defaultFor: ['ENGAGEMENT'] } }]);
  });

  it('changed elsewhere: nothing is replaced until one chooses', async () => {
    app.nextSaving = { kind: 'changed-elsewhere', template: fakeTemplate('m-2', 'D’ailleurs', { etag: '"9"' }) };
    await open();
    await message.fill('La mienne {link}');
    await button('Enregistrer').click();
    await button('Garder la mienne').click();
    await expect.element(page.getByText('Modèle enregistré dans GEM-BOOKS.')).toBeVisible();
    expect(app.asked.templates.map(({ draft }) => draft.body.fr)).toEqual(['La mienne {link}', 'La mienne {link}']);
  });

  it('a new one says what is missing only once it is to be saved; on a phone, one thing at a time', async () => {
    await page.viewport(390, 844);
    await open();
    expect(page.getByLabelText('Nom du modèle').elements()).toEqual([]);
    await button('Nouveau modèle').click();
    await expect.element(page.getByLabelText('Nom du modèle')).toHaveFocus();
    expect(page.getByText('À remplir.').elements()).toEqual([]);
    await page.getByLabelText('Nom du modèle').fill('Avis');
    await button('Enregistrer').click();
    await expect.element(subject).toHaveFocus();
    expect(page.getByText('À remplir.').elements()).toHaveLength(4);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    await button('‹ Tous les modèles').click();
    await expect.element(button(/^Nouveau modèle.*Non enregistré/)).toBeVisible();
  });

  it('where the server only tells them, they are shown and cannot be changed', async () => {
    app.templatesEditable = false;
    await open();
    await expect.element(page.getByRole('article', { name: 'Aperçu – Français' })).toBeVisible();
    expect(page.getByLabelText('Nom du modèle').elements()).toEqual([]);
    await expect.element(page.getByText(/ne laisse pas changer ses modèles d’ici/)).toBeVisible();
  });
});
