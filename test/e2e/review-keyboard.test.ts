import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openZip } from './support/files';
import type { Envelope } from './support/answers';
import { createVault, openApp, openMenu, pressImporter, previewClients, waitIdle } from './support/job';
import { returnPage, textPdf, zipFile } from './support/made-batch';
import { sandboxOf, workstation } from './support/workstation';

const fictif = (name: string): string => new URL(`../../public/fictif/${name}`, import.meta.url).pathname;

interface TruePerson {
  readonly key: string;
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly sin: string;
}

/** Sixty files: 54 right ones, and six that ask for somebody, each for a reason of its own. */
async function sixtyFiles(): Promise<string> {
  const office = JSON.parse(await readFile(fictif('office.json'), 'utf8')) as { people: TruePerson[] };
  const forms = [...(await openZip(fictif('t183-2025.zip')))].map(([name, bytes]) => ({ name, bytes }));
  // The DT Max list's own; the one whose form carries somebody else's SIN is told apart by the office's truth.
  const listed = forms.slice(0, 20);
  const people = listed.flatMap(({ name }) => office.people.find((person) => name.includes(person.name)) ?? []);
  expect(people).toHaveLength(20);
  const [first, second, third] = people;
  const [nameless, overridden, trimmed] = people.slice(15);
  if (!first || !second || !third || !nameless || !overridden || !trimmed) throw new Error('fixture');
  const returns = async (form: 'T1' | 'TP-1', whom: readonly TruePerson[]) =>
    Promise.all(
      whom.map(async (person) => ({
        name: `2025 ${form} - ${person.name}.pdf`,
        bytes: await textPdf(returnPage(form, person)),
      })),
    );
  const problems = [
    {
      name: 'numérisation 0042.pdf',
      bytes: await textPdf(returnPage('TP-1', { ...nameless, sin: null }, [nameless.name])),
    },
    {
      name: 'Personne Inconnue-Ici.pdf',
      bytes: await textPdf(returnPage('TP-1', { first: 'Personne', last: 'Inconnue-Ici', sin: null })),
    },
    { name: `2024 T1 - ${third.name}.pdf`, bytes: await textPdf(returnPage('T1', third, [], 2024)) },
    {
      name: `2025 TP-1 - ${trimmed.name}.pdf`,
      bytes: await textPdf(returnPage('TP-1', trimmed), ['Notes Summary', 'À revoir avec l’associée.']),
    },
    {
      name: `TP-1 2025 - ${overridden.name}.pdf`,
      bytes: await textPdf(returnPage('TP-1', { ...overridden, sin: second.sin })),
    },
  ];
  const parts = [
    ...listed,
    ...(await returns('T1', people)),
    ...(await returns('TP-1', people.slice(0, 15))),
    ...problems,
  ];
  expect(parts).toHaveLength(60);
  return zipFile(parts);
}

/** Tab until the wanted element has the keyboard: a path that a person without a mouse has too. */
async function tabTo(page: Page, name: RegExp | string, role: 'button' | 'searchbox' = 'button'): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: typeof name === 'string' }).first();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((node) => node === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}`);
}

const selected = (page: Page) => page.locator('tr[aria-current="true"]');
const selectedName = async (page: Page): Promise<string> => (await selected(page).getAttribute('aria-label')) ?? '';

const fileOfRow = (name: string): string => name.split(' — ')[0] ?? '';

it('sixty files, six problems: resolved and imported by the keyboard alone', async () => {
  const sandbox = await sandboxOf();
  const page = await openApp((await workstation()).context, sandbox.url);
  await createVault(page);
  await previewClients(page, fictif('clients-dtmax.csv'));
  await pressImporter(page);
  await waitIdle(page, 120_000);

  await openMenu(page, 'Envois des documents');
  await page.getByLabel('Année', { exact: true }).selectOption('2025');
  await page.getByLabel('Fichier .zip', { exact: true }).setInputFiles(await sixtyFiles());
  // From here on, no mouse.
  await tabTo(page, 'Aperçu');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Importer', exact: true }).waitFor({ timeout: 150_000 });
  await page.getByRole('button', { name: /^Prêts 54$/ }).waitFor();

  await tabTo(page, 'Problème suivant');
  await page.keyboard.press('Enter');
  const settled: string[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    const row = await selectedName(page);
    settled.push(row);
    if (row.startsWith('numérisation')) {
      await page.keyboard.press('c');
    } else if (row.startsWith('2024 T1')) {
      await page.keyboard.press('c');
    } else if (row.startsWith('Personne')) {
      await page.keyboard.press('a');
      await page.keyboard.type('Tourterelle');
      await page.getByRole('button', { name: 'Associer à Raphaël Tourterelle' }).waitFor();
      await tabTo(page, /^Associer à Raphaël Tourterelle/);
      await page.keyboard.press('Enter');
    } else if (row.startsWith('2025 TP-1')) {
      await tabTo(page, 'Préparer une copie dérivée sans ces pages');
      await page.keyboard.press('Enter');
    } else if (row.startsWith('TP-1 2025')) {
      await page.keyboard.press('o');
      await page.keyboard.type('Le numéro imprimé a été vérifié au téléphone');
      await page.keyboard.press('Enter');
    } else {
      await page.keyboard.press('m');
    }
    // Decided, and shown so; the decisions by letter have gone on to the next problem by themselves.
    await expect.poll(() => selectedName(page)).not.toBe(row);
    if (turn < 5 && fileOfRow(await selectedName(page)) === fileOfRow(row)) {
      await page.keyboard.press('n');
      await expect.poll(async () => fileOfRow(await selectedName(page))).not.toBe(fileOfRow(row));
    }
  }
  expect(new Set(settled.map(fileOfRow)).size).toBe(6);

  // One sentence a line, before anything leaves.
  await page.keyboard.press('l');
  const plan = page.getByRole('dialog', { name: 'Ce qui part, à qui, et ce qui reste' });
  await plan
    .getByText(/part à .+@example\.com\), à signer\./)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await plan.waitFor({ state: 'detached' });
  expect(await sandbox.list('envelopes')).toEqual([]);
  await page.getByText('59 documents', { exact: false }).first().waitFor();

  await tabTo(page, 'Importer');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Importer', exact: true }).waitFor({ state: 'detached', timeout: 120_000 });
  await waitIdle(page, 150_000);
  const documents = (await sandbox.list<Envelope>('envelopes')).flatMap((envelope) => envelope.documents);
  expect(documents).toHaveLength(59);
  expect(documents.filter(({ fields }) => fields.length > 0)).toHaveLength(19);
}, 400_000);
