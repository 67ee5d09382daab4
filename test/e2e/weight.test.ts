import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { sandboxOf, workstation } from './support/workstation';

/** Names that the file libraries leave in their bundles, whatever the minifier does. */
const FILE_LIBRARY_MARKS = ['FPDF_', 'SheetJS', 'PapaParse', 'StandardFonts', 'PDFDocument', 'zip.js'];
/** facts/performance.md, G9. */
const GOAL_BYTES = 150 * 1024;

it('the scripts before the first screen are light, and no script of the page reads files', async () => {
  const sandbox = await sandboxOf();
  const page = await (await workstation()).context.newPage();
  const scripts = new Map<string, string>();
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js') && response.request().frame() === page.mainFrame()) {
      scripts.set(pathname, await response.text().catch(() => ''));
    }
  });
  await page.goto(sandbox.url);
  await page.getByRole('button', { name: 'Créer le coffre' }).waitFor();
  await page.waitForTimeout(500);
  const bytes = [...scripts.values()].reduce((sum, text) => sum + gzipSync(text).length, 0);
  expect(scripts.size).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(GOAL_BYTES);

  await page.getByLabel('Phrase de passe', { exact: true }).fill('une phrase fictive pour les essais');
  await page.getByLabel('Confirmer la phrase de passe').fill('une phrase fictive pour les essais');
  await page.getByRole('button', { name: 'Créer le coffre' }).click();
  for (const hash of ['clients', 'envois', 'suivi', 'taches', 'modeles', 'configurations/api']) {
    await page.getByRole('navigation').waitFor();
    await page.evaluate((to) => (location.hash = `#/${to}`), hash);
    await page.waitForTimeout(300);
  }
  const ofThePage = [...scripts].filter(([path]) => !/\/(?:clients|documents|vault)\.worker-|\/sw\.js$/.test(path));
  for (const [path, text] of ofThePage) {
    expect(FILE_LIBRARY_MARKS.filter((mark) => text.includes(mark)).map((mark) => `${path}: ${mark}`)).toEqual([]);
  }
  expect(ofThePage.length).toBeGreaterThan(8);
}, 120_000);
