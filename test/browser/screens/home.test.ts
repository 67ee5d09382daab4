/// <reference types="svelte" />
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { UpdateControl } from '../../../src/pwa/update-control.svelte';
import App from '../../../src/ui/App.svelte';
import '../../../src/ui/styles/base.css';
import '../../../src/ui/styles/tokens.css';
import { FakeApp } from '../../fakes/fake-app.svelte';
import { fakeEntry } from '../../fakes/fake-rows';
import { taskOf } from '../../fakes/office-tasks';

let app: FakeApp;
/** Of several people: a line by itself. */
const INVITATION = (name: string) =>
  ({ kind: 'invitation', clients: [], email: `${name}@exemple.test`, language: 'fr' }) as const;

beforeEach(async () => {
  await page.viewport(1440, 900);
  location.hash = '#/accueil';
  app = new FakeApp();
});
afterEach(cleanup);

const open = () => render(App, { app, update: new UpdateControl(() => null) });
const link = (name: RegExp) => page.getByRole('main').getByRole('link', { name });

describe('Accueil', () => {
  it('on the first day shows how to begin, and no list of nothing', async () => {
    app.synchronised = false;
    await open();
    await expect.element(page.getByRole('heading', { name: '1. Synchronisation des clients' })).toBeVisible();
    expect(page.getByRole('heading', { name: 'À faire' }).elements()).toEqual([]);
  });

  it('says when nothing waits', async () => {
    await open();
    await expect.element(page.getByText(/^Rien ne vous attend/)).toBeVisible();
  });

  it('opens a refusal where it is, with its filter on', async () => {
    app.entries = [
      fakeEntry(INVITATION('a'), {
        state: { kind: 'rejected', at: 1, problem: { status: 422, code: 'x', detail: 'non' } },
      }),
      fakeEntry(INVITATION('b'), { state: { kind: 'waiting' } }),
    ];
    await open();
    await expect.element(link(/reste 1 sur 2|Documents|Clients/).first()).toBeVisible();
    await link(/^1 envoi rejeté par GEM-BOOKS$/).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Suivi des envois' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^Rejetés/ })).toHaveAttribute('aria-pressed', 'true');
  });

  it('opens late tasks among the tasks', async () => {
    app.officeTasks = [taskOf(1, { endDate: '2020-01-02' }), taskOf(2, { endDate: null })];
    await open();
    await link(/^1 tâche en retard, depuis le 2020-01-02$/).click();
    await expect.element(page.getByLabelText('Échéance')).toHaveValue('late');
  });

  it('opens what awaits a signature among the envelopes', async () => {
    app.envelopes = [
      {
        id: 'e1',
        status: 'opened',
        purpose: 'signature',
        client: 1,
        title: 'Documents fictifs',
        recipients: [],
        documents: [],
        createdAt: '2026-04-01T12:00:00Z',
        sentAt: '2026-04-01T12:00:00Z',
        updatedAt: null,
        completedAt: null,
        voidReason: null,
        lastReminderAt: null,
      },
    ];
    await open();
    await link(/^1 enveloppe attend une signature, la plus ancienne depuis le 2026-04-01$/).click();
    await expect
      .element(page.getByRole('button', { name: /^Signature attendue/ }))
      .toHaveAttribute('aria-pressed', 'true');
    // By the menu, the place opens as usual.
    await page.getByRole('link', { name: 'Accueil' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Suivi des envois' }).click();
    await expect
      .element(page.getByRole('button', { name: /^Envois de ce poste/ }))
      .toHaveAttribute('aria-pressed', 'true');
  });
});
