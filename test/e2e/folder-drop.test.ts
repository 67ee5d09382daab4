import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openMenu } from './support/job';
import { returnPage, textPdf } from './support/made-batch';
import { desk } from './support/workstation';

let page: Page;
let folder: string;
desk({}, (opened) => void ({ page, folder } = opened));

/** As a person drops a folder of the disk: the browser makes the events and the entries. */
async function dropOn(target: Page, label: string, path: string): Promise<void> {
  const box = await target.getByLabel(label, { exact: true }).boundingBox();
  if (box === null) throw new Error('no field to drop on');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const cdp = await target.context().newCDPSession(target);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await cdp.detach();
}

it('a dropped folder is previewed with the documents it holds, to any depth, and without what systems left in it', async () => {
  const pdf = await textPdf(returnPage('T1', { first: 'Zoé', last: 'Fauvette', sin: '046454286' }));
  const inner = join(folder, 'lot', 'famille');
  await mkdir(inner, { recursive: true });
  for (const path of [
    join(folder, 'lot', '2025 T1 - Zoé Fauvette.pdf'),
    join(inner, '2025 T1 - Luc Fauvette.pdf'),
    join(inner, '~$2025 T1.pdf'),
    join(folder, 'lot', 'notes.txt'),
  ]) {
    await writeFile(path, pdf);
  }
  await openMenu(page, 'Envois des documents');
  await dropOn(page, 'Fichier .zip', join(folder, 'lot'));
  await page.getByRole('button', { name: 'Aperçu', exact: true }).click();
  await page.locator('tr[data-position]').first().waitFor();
  expect(await page.locator('tr[data-position]').count()).toBe(2);
});
