import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHROMIUM_ARGS, chromiumPath } from '../tools/chromium';
import { createVault, openApp } from './support/job';
import { officeSite } from './support/office-site';
import type { OfficeSite } from './support/office-site';
import { startSandbox } from './support/sandbox';
import type { Sandbox } from './support/sandbox';

interface Request {
  readonly email: string;
  readonly language: string;
  readonly status: string;
}

let sandbox: Sandbox;
let site: OfficeSite;
let browser: Browser;

beforeAll(async () => {
  sandbox = await startSandbox();
  browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_ARGS });
  site = await officeSite(sandbox.url, await copiedSnippets());
});

afterAll(async () => {
  await browser?.close();
  site?.close();
  await sandbox?.close();
});

const requests = () => sandbox.list<Request>('intake');

/** What « Configurations » offers to copy, in both languages. */
async function copiedSnippets(): Promise<Readonly<Record<'fr' | 'en', string>>> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await openApp(context, sandbox.url);
  await createVault(page);
  await page.goto(`${sandbox.url}/#/configurations/api`);
  const section = page.getByRole('region', { name: 'Formulaire du site Web' });
  await section.getByText('Envoyer la demande').waitFor();
  const copied = async (language: string, start: string): Promise<string> => {
    await section.getByLabel('Langue du formulaire').selectOption({ label: language });
    await page.waitForFunction((own) => document.querySelector('textarea')?.value.includes(own) === true, start);
    await section.getByRole('button', { name: 'Copier le code' }).click();
    await section.getByText('Code copié.').waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await section.getByLabel('Texte du consentement (facultatif)').fill('J’accepte que le bureau fictif me réponde.');
  await section.getByText('J’accepte que le bureau fictif me réponde.').waitFor();
  await section.getByLabel('Texte du consentement (facultatif)').fill('');
  const snippets = { fr: await copied('Français', 'language="fr"'), en: await copied('English', 'language="en"') };
  await context.close();
  return snippets;
}

async function open(path: string, javaScriptEnabled: boolean): Promise<Page> {
  const page = await browser.newPage({ javaScriptEnabled });
  await page.goto(`${site.url}${path}`);
  return page;
}

it('with script: says what is missing, sends, and says that it came', async () => {
  const page = await open('/', true);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const send = page.getByRole('button', { name: 'Envoyer la demande' });
  await send.click();
  await page.getByText('Écrivez votre nom.').waitFor();
  expect(await page.getByText('Cochez cette case pour continuer.').count()).toBe(1);
  expect(await page.getByRole('textbox', { name: 'Nom complet' }).evaluate((input) => input.matches(':focus'))).toBe(
    true,
  );
  await page.getByRole('textbox', { name: 'Nom complet' }).fill('Personne Fictive');
  await page.getByRole('textbox', { name: 'Courriel' }).fill('avec-script@exemple.example');
  await page.getByRole('checkbox', { name: /J’accepte/ }).check();
  await send.click();
  await page.getByText('Demande reçue.').waitFor();
  expect(complaints).toEqual([]);
  await expect
    .poll(async () => (await requests()).map(({ email, status }) => `${email} ${status}`))
    .toEqual(['avec-script@exemple.example invited']);
  await page.close();
});

it('with script, when the server is away: keeps what was written', async () => {
  const page = await open('/', true);
  await page.route('**/api/**', (route) => route.abort());
  await page.getByRole('textbox', { name: 'Nom complet' }).fill('Personne Fictive');
  await page.getByRole('textbox', { name: 'Courriel' }).fill('plus-tard@exemple.example');
  await page.getByRole('checkbox', { name: /J’accepte/ }).check();
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  await page.getByText('La demande n’est pas partie.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Courriel' }).inputValue()).toBe('plus-tard@exemple.example');
  await page.unroute('**/api/**');
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  await page.getByText('Demande reçue.').waitFor();
  await page.close();
});

it('without script: the plain form is sent, in English too, and a page answers', async () => {
  const page = await open('/en', false);
  await page.getByLabel('Full name').fill('Personne Fictive');
  await page.getByLabel('Email').fill('sans-script@exemple.example');
  await page.getByLabel(/I agree/).check();
  await page.getByRole('button', { name: 'Send the request' }).click();
  await page.getByRole('heading', { name: 'Demande reçue' }).waitFor();
  const last = (await requests()).at(-1);
  expect(last).toMatchObject({ email: 'sans-script@exemple.example', language: 'en' });
  await page.close();
});
