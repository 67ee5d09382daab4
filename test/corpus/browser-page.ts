import { basename } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../tools/chromium';
import type { CorpusAnswer } from './kind';
import type {} from './page/page';

/** Over what the page allows a file: after it the page itself hangs or is gone. */
const GRACE_MS = 1_000;

/** The corpus page in a Chromium; a page that dies or hangs is replaced, and the file that did it says so. */
export class BrowserPage {
  readonly #url: string;
  #browser: Browser | null = null;
  #page: Page | null = null;

  constructor(url: string) {
    this.#url = url;
  }

  /** `null` when the browser did not survive the file or did not answer in time. */
  async answer(id: number, path: string, limitMs: number): Promise<CorpusAnswer | null> {
    const page = await this.open();
    let timer: NodeJS.Timeout | undefined;
    const hung = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), limitMs + GRACE_MS);
      page.once('crash', () => resolve(null));
      page.once('close', () => resolve(null));
    });
    const answered = page
      .setInputFiles('input', path)
      .then(() =>
        page.evaluate(([file, label]) => window.answerFile?.(file, label) ?? null, [id, basename(path)] as const),
      )
      .catch(() => null);
    const answer = await Promise.race([answered, hung]);
    clearTimeout(timer);
    if (answer === null) await this.close();
    return answer;
  }

  async close(): Promise<void> {
    const browser = this.#browser;
    this.#browser = this.#page = null;
    await browser?.close().catch(() => undefined);
  }

  /** The running page, or a fresh one. */
  async open(): Promise<Page> {
    if (this.#page) return this.#page;
    this.#browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_ARGS });
    this.#page = await this.#browser.newPage();
    await this.#page.goto(this.#url);
    await this.#page.waitForFunction(() => window.answerFile !== undefined);
    return this.#page;
  }
}
