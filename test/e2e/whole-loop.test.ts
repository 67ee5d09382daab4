import AxeBuilder from '@axe-core/playwright';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { CHROMIUM_ARGS, chromiumPath } from '../tools/chromium';
import type { Envelope, ServerClientRecord } from './support/answers';
import {
  createVault,
  filterCount,
  openApp,
  openMenu,
  pressImporter,
  previewClients,
  previewDocuments,
  waitIdle,
} from './support/job';
import { officeSite } from './support/office-site';
import { oneClient } from './support/one-client';
import { SANDBOX_KEY } from './support/sandbox';
import type { Sandbox } from './support/sandbox';
import { sandboxOf, workstation } from './support/workstation';

/** A fictitious person of the DT Max list whom GEM-BOOKS does not know. */
const WHO = 'Karim Roitelet';
const PHONE = '514 555-0199';

interface SignedEnvelope extends Envelope {
  readonly recipients: readonly { readonly id: string; readonly email: string; readonly signedAt: string }[];
  readonly documents: readonly (Envelope['documents'][number] & { readonly signed: { readonly sha256: string } })[];
}

const key = { authorization: `Bearer ${SANDBOX_KEY}`, 'content-type': 'application/json' };

async function askByWebsite(browser: { newPage(): Promise<Page> }, sandbox: Sandbox, email: string): Promise<void> {
  const site = await officeSite(sandbox.url);
  onTestFinished(() => site.close());
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.getByRole('textbox', { name: 'Nom complet' }).fill(WHO);
  await page.getByRole('textbox', { name: 'Courriel' }).fill(email);
  await page.getByRole('textbox', { name: /Téléphone/ }).fill(PHONE);
  await page.getByRole('checkbox', { name: /J’accepte/ }).check();
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  await page.getByText('Demande reçue.').waitFor();
  await page.close();
}

/** By the link of the latest e-mail, the code of the latest text message, and the signature. */
async function signAsRecipient(page: Page, sandbox: Sandbox, email: string): Promise<void> {
  const mail = await sandbox.list<{ to: string; text: string; kind: string }>('mail');
  const mine = mail.filter(({ to }) => to === email);
  expect(mine.map(({ kind }) => kind)).toEqual(['invitation', 'envelope']);
  await page.goto(/http\S+/.exec(mine.at(-1)?.text ?? '')?.[0] ?? '');
  await page.getByRole('heading', { name: 'Qui êtes-vous' }).waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: WHO }).click();
  const texts = await sandbox.get<{ data: { phone: string; body: string }[] }>('/sandbox/texts');
  expect(texts.data.map(({ phone }) => phone)).toEqual(['5145550199']);
  await page.getByLabel('Code reçu par texto').fill(/\d{6}/.exec(texts.data[0]?.body ?? '')?.[0] ?? '');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('link', { name: /^Ouvrir/ }).click();
  await page.getByLabel('Tapez votre nom complet').fill(WHO);
  await page.getByRole('checkbox', { name: /J’ai lu/ }).check();
  expect((await new AxeBuilder({ page }).exclude('iframe').analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Signer', exact: true }).click();
  await page.getByText(/^Signé le \d{4}-\d\d-\d\d/).waitFor();
}

it('website form, invitation, envelope, gate and signature, tracking, the task moved by rule, CSV for DT Max', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'impot-sync-loop-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const karim = await oneClient(folder, WHO);
  const email = karim.row[karim.header.indexOf('Courriel')] ?? '';
  expect(email).toContain('@');
  const sandbox = await sandboxOf();
  const outside = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_ARGS });
  onTestFinished(() => outside.close());

  // 1. Somebody unknown asks by the office's website: invited, and a client.
  await askByWebsite(outside, sandbox, email);
  const client = async () => (await sandbox.pages<ServerClientRecord>('clients')).filter((one) => one.email === email);
  await expect.poll(async () => (await client()).length).toBe(1);
  const [made] = await client();
  const invitations = await sandbox.list<{ email: string; status: string }>('invitations');
  expect(invitations.filter((one) => one.email === email).map(({ status }) => status)).toEqual(['invited']);
  const given = await fetch(`${sandbox.url}/api/impot-sync/v1/tasks/1`, {
    method: 'PATCH',
    headers: { ...key, 'if-match': '*' },
    body: JSON.stringify({ clientId: made?.id }),
  });
  expect(given.ok).toBe(true);

  // 2. The office's list knows that person: the client of the website is linked, nobody is created or invited twice.
  const page = await openApp((await workstation()).context, sandbox.url);
  await createVault(page);
  await openMenu(page, 'Tâches');
  await page.getByText('Règles', { exact: true }).click();
  await page.getByLabel('Quand l’enveloppe est').selectOption({ label: 'signée par tous' });
  await page.getByRole('button', { name: 'Ajouter la règle' }).click();
  await page.getByText(/^Enveloppe signée par tous/).waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await previewClients(page, karim.list);
  expect(await filterCount(page, 'À créer')).toBe(0);
  await pressImporter(page);
  await waitIdle(page);
  expect((await client()).map(({ id }) => id)).toEqual([made?.id]);

  // The list has a number of its own; what the client gave by the form is put back as their second channel.
  await fetch(`${sandbox.url}/api/clients/${made?.id}`, {
    method: 'PUT',
    headers: key,
    body: JSON.stringify({ phone: PHONE }),
  });

  // 3. Their T183 leaves, and they sign it.
  await previewDocuments(page, karim.pdf);
  await pressImporter(page);
  await waitIdle(page, 120_000);
  const [sent, ...others] = await sandbox.list<Envelope>('envelopes');
  expect([sent?.clientId, sent?.status, others]).toEqual([made?.id, 'sent', []]);
  await signAsRecipient(await (await outside.newContext()).newPage(), sandbox, email);
  const [envelope] = await sandbox.list<SignedEnvelope>('envelopes');
  expect(envelope?.status).toBe('signed');
  const signedAt = new Date(envelope?.recipients[0]?.signedAt ?? '');

  // 4. Tracking shows the date and time; the task has moved by the rule.
  await openMenu(page, 'Suivi des envois');
  await page.getByRole('button', { name: /^Enveloppes du bureau/ }).click();
  await page.getByRole('button', { name: 'Actualiser' }).click();
  await page.getByRole('button', { name: /^Signées 1$/ }).click();
  await page.getByRole('row', { name: /— Signée$/ }).click();
  await page.getByRole('region', { name: 'Détail de l’enveloppe' }).getByText('A signé le').waitFor();
  const status = async () =>
    (await sandbox.get<{ data: { status: number } }>('/api/impot-sync/v1/tasks/1')).data.status;
  await expect.poll(status, { timeout: 60_000 }).toBe(3);

  // 5. What DT Max asks to be keyed in, and the same on the signed PDF, on Québec's clock.
  await page.getByRole('button', { name: /^Dates de signature 1$/ }).click();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Enregistrer en CSV' }).click(),
  ]);
  const local = await page.evaluate((at) => {
    const two = (value: number) => String(value).padStart(2, '0');
    const when = new Date(at);
    const day = `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
    return `${day};${[when.getHours(), when.getMinutes(), when.getSeconds()].map(two).join(':')}`;
  }, signedAt.getTime());
  const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(new RegExp(`^.*Roitelet.*;T183 2025;.*Roitelet.*;${local}$`));

  const copy = await sandbox.bytes(
    `/api/impot-sync/v1/envelopes/${envelope?.id}/documents/${envelope?.documents[0]?.id}/signed`,
  );
  const fields = (await PDFDocument.load(copy)).getForm().getFields();
  const values = new Map(
    fields.flatMap((field) =>
      'getText' in field ? [[field.getName(), (field as never as { getText(): string }).getText()]] : [],
    ),
  );
  const quebec = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Toronto', timeStyle: 'medium' }).format(
    signedAt,
  );
  const part = (name: string) => values.get(`ImpotSync_time_${name}_taxpayer_1`);
  expect(`${part('hh')}:${part('mm')}:${part('ss')}`).toBe(quebec);
}, 300_000);
