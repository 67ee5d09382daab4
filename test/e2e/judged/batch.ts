import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ZipPart } from '../../fixtures/generate/zip';
import { qpdfCheck } from '../../integration/pdf/qpdf';
import type { Envelope } from '../support/answers';
import { pressImporter, waitIdle } from '../support/job';
import { textPdf } from '../support/made-batch';
import type { Sandbox } from '../support/sandbox';

/** A part of an archive: a PDF of this name that says these lines. */
export const named = async (name: string, ...pages: readonly (readonly string[])[]): Promise<ZipPart> => ({
  name: `${name}.pdf`,
  bytes: await textPdf(...pages),
});

export const statusRow = (page: Page, file: string, status: string): Locator =>
  page.getByRole('row', { name: `${file}.pdf — ${status}`, exact: true });

/** The batch of the preview, in GEM-BOOKS. */
export async function deliver(page: Page): Promise<void> {
  await pressImporter(page);
  await waitIdle(page);
}

/** Envelopes that one of these addresses receives. */
export const envelopesTo = async (sandbox: Sandbox, ...addresses: readonly string[]): Promise<Envelope[]> =>
  (await sandbox.list<Envelope>('envelopes')).filter(({ recipients }) =>
    recipients.some(({ email }) => addresses.includes(email)),
  );

/** What GEM-BOOKS holds of each opens without a password, and is sound. */
export async function expectOpen(sandbox: Sandbox, envelopes: readonly Envelope[]): Promise<void> {
  for (const { id, documents } of envelopes) {
    const bytes = await sandbox.bytes(`/api/impot-sync/v1/envelopes/${id}/documents/${documents[0]?.id}/content`);
    expect((await qpdfCheck(bytes)).code).toBe(0);
  }
}
