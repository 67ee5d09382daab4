import AxeBuilder from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { createVault, openApp } from './support/job';
import { SANDBOX_KEY } from './support/sandbox';
import { sandboxOf, workstation } from './support/workstation';

const TASKS = 2_223;
const CLOSED = 222;

interface WireTask {
  readonly id: number;
  readonly status: number;
}

describe('Modification de tâches en lot', () => {
  it('2,001 tasks in one go, three refused and named, then all undone', async () => {
    const sandbox = await sandboxOf({ SANDBOX_TASKS: String(TASKS) });
    const api = async (path: string, init: RequestInit = {}) =>
      fetch(`${sandbox.url}/api/${path}`, {
        ...init,
        headers: { authorization: `Bearer ${SANDBOX_KEY}`, 'content-type': 'application/json' },
      });
    const statuses = async (): Promise<Map<number, number>> => {
      const found = new Map<number, number>();
      for (let page = 1; found.size < TASKS; page++) {
        const answer = (await (await api(`tasks?page=${page}&per_page=100`)).json()) as { data: WireTask[] };
        for (const task of answer.data) found.set(task.id, task.status);
        if (answer.data.length === 0) break;
      }
      return found;
    };
    const before = await statuses();
    expect(before.size).toBe(TASKS);

    const page = await openApp((await workstation()).context, sandbox.url);
    await createVault(page);
    await page.getByRole('link', { name: 'Tâches' }).click();
    await page.getByText('Lues le').waitFor({ timeout: 60_000 });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    await page.getByLabel(/Choisir les .* tâches affichées/).check();
    await page.getByText(/^2\s001 tâches choisies$/).waitFor();
    // Another hand changes three of them after they were read.
    for (const id of [5, 105, 1205])
      await api(`tasks/${id}`, { method: 'PUT', body: '{"description":"changée ailleurs"}' });

    const form = page.getByRole('region', { name: 'Modification de tâches en lot' });
    await form.getByLabel('État').selectOption({ label: 'État 2' });
    await form.getByLabel('Description', { exact: true }).selectOption({ label: 'Ajouter à la suite' });
    await form.getByLabel('Texte de la description').fill('Relancer le client fictif.');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await form.getByRole('button', { name: /^Appliquer à 2\s001 tâches$/ }).click();

    await form.getByText(/^1\s998 tâches modifiées, 3 refusées\.$/).waitFor({ timeout: 120_000 });
    const refused = form.getByRole('list', { name: 'Tâches que GEM-BOOKS a refusées' }).getByRole('listitem');
    expect(await refused.count()).toBe(3);
    expect((await refused.allInnerTexts()).join(' ')).toMatch(/nº\s5\b.*nº\s105\b.*nº\s1205\b/s);
    const edited = await statuses();
    expect([...edited.values()].filter((status) => status === 2).length).toBeGreaterThanOrEqual(1_998);
    expect(edited.get(5)).toBe(before.get(5));

    await form.getByRole('button', { name: /^Annuler la modification de 1\s998 tâches$/ }).click();
    await form.getByText(/^1\s998 tâches modifiées\.$/).waitFor({ timeout: 120_000 });
    expect(await statuses()).toEqual(before);
    expect(TASKS - CLOSED).toBe(2_001);
  }, 300_000);

  it('by the documented API alone, a task at a time, and the screen says what it cannot do', async () => {
    const sandbox = await sandboxOf({ SANDBOX_TASKS: '12', SANDBOX_EXTENSION: 'off' });
    const page = await openApp((await workstation()).context, sandbox.url);
    await createVault(page);
    await page.getByRole('link', { name: 'Tâches' }).click();
    await page.getByText('n’offre pas notre extension').waitFor({ timeout: 60_000 });
    const row = page.getByRole('row', { name: /Préparer la déclaration/ }).first();
    await row.focus();
    await page.keyboard.press('Space');
    const form = page.getByRole('region', { name: 'Modification de tâches en lot' });
    expect(await form.getByLabel('Responsable').count()).toBe(0);
    await form.getByLabel('Échéance').selectOption({ label: 'Fixer au' });
    await form.getByLabel('Échéance : date').fill('2026-06-15');
    await form.getByRole('button', { name: 'Appliquer à 1 tâche' }).click();
    await form.getByText('1 tâche modifiée.').waitFor({ timeout: 60_000 });
    await page
      .getByRole('row', { name: /Préparer la déclaration/ })
      .getByText('2026-06-15')
      .waitFor();
  }, 180_000);
});
