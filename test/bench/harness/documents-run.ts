import type { BrowserContext, Page } from 'playwright-core';
import { createVault, filterCount, openApp, openMenu, previewClients, pressImporter } from '../../e2e/support/job';
import { chooseFile, longestTask, press, watchTasks } from './clients-run';
import { watchRenderers } from './renderer-memory';

/** Milliseconds and MB. */
export interface DocumentsRun {
  readonly preview: number;
  readonly import: number;
  readonly longestPreviewTask: number;
  readonly longestImportTask: number;
  /** Over what the renderers held before **Aperçu**; 0 where the system does not tell. */
  readonly memory: number;
  readonly ready: number;
}

/**
 * One archive through a fresh vault of the built app whose clients are those of `list`. Sending is suspended: what is
 * measured ends when the batch is sealed and queued.
 */
export async function documentsOnce(
  context: BrowserContext,
  url: string,
  list: string,
  archive: string,
): Promise<DocumentsRun> {
  const page = await openApp(context, url);
  // tsx names the functions it compiles through this helper, which the page does not have.
  await page.evaluate('globalThis.__name ??= (value) => value');
  await createVault(page);
  await openMenu(page, 'Suivi des envois');
  await page.getByRole('button', { name: 'Suspendre les envois' }).click();
  await previewClients(page, list);
  await pressImporter(page, 600_000);
  await openMenu(page, 'Envois des documents');
  await page.getByLabel('Année', { exact: true }).selectOption('2025');
  await chooseFile(page, 'Fichier .zip', archive);
  await settled(page);
  const memory = await watchRenderers(context);
  const idle = (await memory?.restart()) ?? 0;
  await page.evaluate(watchTasks);
  const preview = await press(page, 'Aperçu', 'tr[data-position]');
  const longestPreviewTask = await page.evaluate(longestTask);
  const ready = await filterCount(page, 'Prêts');
  await page.evaluate(watchTasks);
  const imported = await press(page, 'Importer', null);
  const longestImportTask = await page.evaluate(longestTask);
  const peak = memory?.peak() ?? 0;
  await memory?.stop();
  await page.close();
  return { preview, import: imported, longestPreviewTask, longestImportTask, memory: peak - idle, ready };
}

/** What the import of clients left behind is given time to go. */
async function settled(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.detach();
  await page.waitForTimeout(3_000);
}
