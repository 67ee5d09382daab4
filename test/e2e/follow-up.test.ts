import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createVault,
  openApp,
  openMenu,
  pressImporter,
  previewClients,
  previewDocuments,
  waitIdle,
} from './support/job';
import type { Envelope } from './support/answers';
import { SANDBOX_KEY } from './support/sandbox';
import { sandboxOf, workstation } from './support/workstation';

const path = (name: string) => join(import.meta.dirname, '../../public/fictif', name);

describe('after the sending', () => {
  it('signatures come back with date and time; a reminder, a taking back and a signed copy do what they say', async () => {
    const sandbox = await sandboxOf();
    const page = await openApp((await workstation()).context, sandbox.url);
    await createVault(page);
    await previewClients(page, path('clients-dtmax.csv'));
    await pressImporter(page);
    await waitIdle(page);
    await previewDocuments(page, path('t183-2025.zip'));
    await pressImporter(page);
    await waitIdle(page, 120_000);

    const sent = await sandbox.list<Envelope>('envelopes');
    expect(sent).toHaveLength(19);
    const act = async (envelope: Envelope, kind: string) =>
      fetch(`${sandbox.url}/sandbox/envelopes/${envelope.id}/acts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${SANDBOX_KEY}`, 'content-type': 'application/json' },
        body: JSON.stringify({ recipientId: envelope.recipients[0]?.id, kind }),
      });
    // All sign but the last.
    for (const envelope of sent.slice(0, -1)) {
      expect((await act(envelope, 'opened')).ok).toBe(true);
      expect((await act(envelope, 'signed')).ok).toBe(true);
    }

    await openMenu(page, 'Suivi des envois');
    await page.getByRole('button', { name: /^Enveloppes du bureau/ }).click();
    await page.getByRole('button', { name: 'Actualiser' }).click();
    await page.getByRole('button', { name: /^Signées 18$/ }).waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    // The signed copy is saved under a name that tells whose it is, and is what the server holds.
    await page.getByRole('button', { name: /^Signées/ }).click();
    await page
      .getByRole('row', { name: /— Signée$/ })
      .first()
      .click();
    const detail = page.getByRole('region', { name: 'Détail de l’enveloppe' });
    await detail.getByText('A signé le').waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      detail.getByRole('button', { name: 'Enregistrer la copie signée' }).click(),
    ]);
    expect(saved.suggestedFilename()).toMatch(/ - T183 2025 - signé\.pdf$/);
    expect((await readFile(await saved.path())).subarray(0, 5).toString()).toBe('%PDF-');
    await detail.getByText('Enregistrée depuis ce poste').waitFor();

    // A reminder, then the envelope is taken back.
    await page.getByRole('button', { name: /^Envoyées/ }).click();
    await page
      .getByRole('row', { name: /— Envoyée$/ })
      .first()
      .click();
    await detail.getByRole('button', { name: 'Envoyer un rappel' }).click();
    await detail.getByText('Le rappel est en file.').waitFor();
    await waitIdle(page);
    const reminded = (await sandbox.list<Envelope & { lastReminderAt?: string | null }>('envelopes')).filter(
      ({ lastReminderAt }) => lastReminderAt,
    );
    expect(reminded).toHaveLength(1);
    await detail.getByRole('button', { name: "Annuler l'envoi" }).click();
    await detail.getByLabel(/^Raison/).fill('Essai fictif');
    await detail.getByRole('button', { name: "Annuler l'envoi" }).click();
    await detail.getByText('L’annulation est en file.').waitFor();
    await waitIdle(page);
    const after = await sandbox.list<Envelope & { status: string; voidReason: string | null }>('envelopes');
    expect(after.filter(({ status }) => status === 'voided').map(({ voidReason }) => voidReason)).toEqual([
      'Essai fictif',
    ]);

    // As filtered, for a spreadsheet: a line per recipient of what is signed, and nothing of the others.
    await page.getByRole('button', { name: /^Signées 18$/ }).click();
    const [list] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Exporter en CSV' }).click(),
    ]);
    const rows = (await readFile(await list.path(), 'utf8')).trimEnd().split('\r\n');
    expect(rows[0]).toMatch(/^\uFEFFCode;Client;Documents;Envoyée le;État;/);
    expect(rows.slice(1).map((row) => row.split(';')[4])).toEqual(Array.from({ length: 18 }, () => 'Signée'));

    // A folder of the browser's own stands for the office's drive: the copies save themselves into it.
    await page.evaluate(() => {
      const pick = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('copies', { create: true });
      Object.assign(window, { showDirectoryPicker: pick });
    });
    await detail.getByRole('button', { name: 'Fermer' }).click();
    await page.getByRole('button', { name: 'Choisir le dossier' }).click();
    await page.getByText('Toutes les copies signées sont enregistrées.').waitFor();
    const copies = await page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copies');
      const found: string[] = [];
      for await (const [client, own] of folder.entries()) {
        if (!(own instanceof FileSystemDirectoryHandle)) continue;
        for await (const [name, file] of own.entries()) {
          const bytes = file instanceof FileSystemFileHandle ? await (await file.getFile()).slice(0, 5).text() : '';
          found.push(`${client}/${name} ${bytes}`);
        }
      }
      return found;
    });
    // One was saved by hand before.
    expect(copies).toHaveLength(17);
    for (const copy of copies) expect(copy).toMatch(/^\S+ [^/]+\/[^/]+ - T183 2025 - signé\.pdf %PDF-$/);

    // A T183 alone is one government: said so; the dates are there to be keyed in.
    await page
      .getByRole('button', { name: /^Prêt à transmettre/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Un seul gouvernement [1-9]/ }).click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: 'Marquer comme transmis' }).first().click();
    await page.getByRole('button', { name: /^Transmis 1$/ }).click();
    await page.getByText(/À garder jusqu’au \d{4}-\d\d-\d\d/).waitFor();
    await page.getByRole('button', { name: /^Dates de signature 18$/ }).click();
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Enregistrer en CSV' }).click(),
    ]);
    const text = await readFile(await csv.path(), 'utf8');
    expect(text.split('\r\n')[0]).toBe('\uFEFFClient;Formulaire;Signataire;Date;Heure');
    expect(text.match(/;T183 2025;[^;]+;\d{4}-\d\d-\d\d;\d\d:\d\d:\d\d\r\n/g)).toHaveLength(18);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }, 300_000);
});
