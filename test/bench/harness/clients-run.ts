import type { BrowserContext, Page } from 'playwright-core';
import { createVault, openApp, openMenu } from '../../e2e/support/job';
import { percentile } from './statistics';

/** Milliseconds. */
export interface ClientsRun {
  readonly preview: number;
  readonly longestPreviewTask: number;
  readonly frame95: number;
  /** 0 where the list was not imported. */
  readonly import: number;
  readonly longestImportTask: number;
}

const LIMIT_MS = 600_000;
const SCROLL_MS = 10_000;

/** One list through a fresh vault of the built app. The network is cut before **Importer**: sending is not what is measured. */
export async function previewOnce(
  context: BrowserContext,
  url: string,
  file: string,
  andImport: boolean,
): Promise<ClientsRun> {
  const page = await openApp(context, url);
  // tsx names the functions it compiles through this helper, which the page does not have.
  await page.evaluate('globalThis.__name ??= (value) => value');
  await createVault(page);
  await openMenu(page, 'Synchronisation clients');
  await chooseFile(page, 'Fichier', file);
  await page.evaluate(watchTasks);
  const preview = await press(page, 'Aperçu', 'tr[data-position]');
  const longestPreviewTask = await page.evaluate(longestTask);
  const frames = await page.evaluate(scrollFrames, SCROLL_MS);
  const seen = { preview, longestPreviewTask, frame95: percentile(frames, 0.95) };
  if (!andImport) return { ...seen, import: 0, longestImportTask: 0 };
  await context.setOffline(true);
  await page.evaluate(watchTasks);
  const imported = await press(page, 'Importer', null);
  const longestImportTask = await page.evaluate(longestTask);
  return { ...seen, import: imported, longestImportTask };
}

/** By its path: Playwright would carry the bytes of a large file over the protocol. */
export async function chooseFile(page: Page, label: string, file: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).waitFor({ state: 'attached' });
  const cdp = await page.context().newCDPSession(page);
  const { root } = await cdp.send('DOM.getDocument');
  const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'input[type="file"]' });
  await cdp.send('DOM.setFileInputFiles', { nodeId, files: [file] });
  await cdp.detach();
}

/** Milliseconds from the click until `shown` is drawn, or until the button is gone. Timed in the page. */
export async function press(page: Page, button: string, shown: string | null): Promise<number> {
  return page.evaluate(
    ([name, selector, limit]) =>
      new Promise<number>((resolve, reject) => {
        const find = () =>
          [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
        const start = performance.now();
        find()?.click();
        const look = () => {
          const elapsed = performance.now() - start;
          if (selector === null ? find() === undefined : document.querySelector(selector) !== null)
            return resolve(elapsed);
          const alert = document.querySelector('[role="alert"]');
          if (alert) return reject(new Error(alert.textContent ?? ''));
          if (elapsed > limit) return reject(new Error(`${name} took longer than ${limit} ms`));
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [button, shown, LIMIT_MS] as const,
  );
}

declare global {
  interface Window {
    benchTasks?: number[];
  }
}

export function watchTasks(): void {
  const tasks: number[] = [];
  window.benchTasks = tasks;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask' });
}

/** 0 when no task took more than 50 ms, which is all that browsers report. */
export const longestTask = (): number => Math.max(0, ...(window.benchTasks ?? []));

/** Scrolls the whole preview in `duration` ms; the milliseconds between frames. */
function scrollFrames(duration: number): Promise<number[]> {
  const scroller = document.querySelector('table[aria-label="Aperçu"]')?.parentElement;
  if (!scroller) throw new Error('no preview to scroll');
  const frames: number[] = [];
  const height = scroller.scrollHeight - scroller.clientHeight;
  return new Promise((resolve) => {
    const start = performance.now();
    let last = start;
    const step = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      if (now - start > duration) return resolve(frames);
      scroller.scrollTop = (height * (now - start)) / duration;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}
