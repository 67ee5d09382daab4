import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-svelte';
import type { LocalClientId } from '../../../src/core/ids';
import type { FakeApp } from '../../fakes/fake-app.svelte';
import { fakeEntry } from '../../fakes/fake-rows';
import { envelopeOf } from '../../fakes/followed-envelopes';
import { accessibilityProblems, button, freshApp, go, openApp } from './screen';

let app: FakeApp;

beforeEach(async () => {
  app = await freshApp();
});
afterEach(cleanup);

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
    await openApp(app);
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

  it('shows what the office marked a folder with, and nothing where it did not', async () => {
    app.envelopes = [
      envelopeOf('e1', 1, 'T183', 'sent', { labels: ['Saison 2026', 'À relancer'], followUpOn: '2026-05-15' }),
      envelopeOf('e2', 2, 'T183', 'sent'),
    ];
    await openApp(app);
    await go('Suivi des envois');
    await page.getByRole('button', { name: /^Enveloppes du bureau/ }).click();
    const detail = page.getByRole('region', { name: 'Détail de l’enveloppe' });
    await page.getByRole('row', { name: /^Client fictif 1 / }).click();
    await expect.element(detail.getByText('Étiquettes\u00a0: Saison 2026, À relancer')).toBeVisible();
    await expect.element(detail.getByText('Suivi le 2026-05-15')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await page.getByRole('row', { name: /^Client fictif 2 / }).click();
    await expect.element(detail.getByText('Client fictif 2')).toBeVisible();
    expect(detail.getByText(/Étiquettes|Suivi le/).elements()).toEqual([]);
  });
});
