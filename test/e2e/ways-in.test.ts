import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { createVault, openApp, PASSPHRASE, unlock } from './support/job';
import { sandboxOf, workstation } from './support/workstation';

const NEXT = 'une toute nouvelle phrase fictive';
async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Verrouiller' }).first().click();
  await page.getByRole('button', { name: 'Déverrouiller' }).waitFor();
}

const settings = (page: Page, url: string) => page.goto(`${url}/#/configurations/api`);
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

describe('the ways into the vault and the office', () => {
  it('a changed passphrase opens the vault, and the old one no longer does', async () => {
    const sandbox = await sandboxOf();
    const page = await openApp((await workstation()).context, sandbox.url);
    await createVault(page);
    await settings(page, sandbox.url);
    await page.getByText('Changer la phrase de passe', { exact: true }).first().click();
    const change = page.getByRole('button', { name: 'Changer la phrase de passe', exact: true });

    await field(page, 'Phrase de passe actuelle').first().fill('pas la bonne phrase');
    await field(page, 'Nouvelle phrase de passe').fill(NEXT);
    await field(page, 'Confirmer la nouvelle phrase de passe').fill(NEXT);
    await change.click();
    await page.getByText('n’ouvre pas le coffre').waitFor();
    await field(page, 'Phrase de passe actuelle').first().fill(PASSPHRASE);
    await change.click();
    await page.getByText('L’ancienne n’ouvre plus ce coffre.').waitFor();

    await lock(page);
    await field(page, 'Phrase de passe').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Déverrouiller' }).click();
    await page.getByText('n’ouvre pas le coffre').waitFor();
    await unlock(page, NEXT);
  }, 180_000);

  it('a passkey opens the vault after a restart of the page, until it is removed', async () => {
    const sandbox = await sandboxOf();
    const page = await openApp((await workstation()).context, sandbox.url);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        hasPrf: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await createVault(page);
    await settings(page, sandbox.url);
    await page.getByText('Empreinte de la clé de ce poste').waitFor();
    const fingerprint = await page.getByText('Empreinte de la clé de ce poste').innerText();
    expect(fingerprint).toMatch(/(?:[0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    await page.getByText('Clés d’accès', { exact: true }).click();
    await field(page, 'Phrase de passe actuelle').last().fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
    await page.getByText('La clé d’accès ouvre maintenant ce coffre.').waitFor();

    await page.reload();
    await page.getByRole('button', { name: 'Ouvrir avec la clé d’accès' }).click();
    await page.getByText('Empreinte de la clé de ce poste').waitFor();
    expect(await page.getByText('Empreinte de la clé de ce poste').innerText()).toBe(fingerprint);

    await page.getByText('Clés d’accès', { exact: true }).click();
    await page.getByRole('button', { name: 'Retirer la clé d’accès 1' }).click();
    await page.getByRole('button', { name: 'Retirer la clé d’accès 1' }).waitFor({ state: 'detached' });
    await lock(page);
    expect(await page.getByRole('button', { name: 'Ouvrir avec la clé d’accès' }).count()).toBe(0);
    await unlock(page);
  }, 180_000);

  it('a workstation joins with the office’s new passphrase, not with the old one', async () => {
    const sandbox = await sandboxOf();
    const first = await openApp((await workstation()).context, sandbox.url);
    await createVault(first);
    await settings(first, sandbox.url);
    await first.getByText('Changer la phrase de passe du bureau', { exact: true }).click();
    await field(first, 'Nouvelle phrase de passe du bureau').fill(NEXT);
    await field(first, 'Confirmer la nouvelle phrase de passe du bureau').fill(NEXT);
    await first.getByRole('button', { name: 'Changer la phrase du bureau' }).click();
    await first.getByText('La phrase de passe du bureau est changée.').waitFor();

    const second = await openApp((await workstation()).context, sandbox.url);
    await createVault(second, 'la phrase fictive du deuxième poste');
    const join = second.getByRole('button', { name: 'Rejoindre ce bureau' });
    await field(second, 'Phrase de passe du bureau').fill(PASSPHRASE);
    await join.click();
    await second.locator('[aria-invalid="true"]').waitFor();
    await field(second, 'Phrase de passe du bureau').fill(NEXT);
    await join.click();
    await join.waitFor({ state: 'detached' });
  }, 180_000);
});
