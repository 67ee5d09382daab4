import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchBrowser, newProfile } from '../e2e/support/browser';
import type { TestBrowser } from '../e2e/support/browser';
import { badge, createVault, openApp, openMenu, unlock } from '../e2e/support/job';

const PATIENCE_MS = 120_000;

/** One technician's computer: a Chromium on a profile that outlives it, with two tabs of the app. */
export class Workstation {
  readonly #url: string;
  readonly #profile: Awaited<ReturnType<typeof newProfile>>;
  #browser: TestBrowser;
  #tabs: Page[] = [];

  private constructor(url: string, profile: Awaited<ReturnType<typeof newProfile>>, browser: TestBrowser) {
    this.#url = url;
    this.#profile = profile;
    this.#browser = browser;
  }

  static async start(url: string): Promise<Workstation> {
    const profile = await newProfile();
    const workstation = new Workstation(url, profile, await launchBrowser(profile.dir));
    const first = await openApp(workstation.#browser.context, url);
    await createVault(first);
    workstation.#keep(first);
    await workstation.#openTab();
    return workstation;
  }

  /** The tab in front. */
  async front(): Promise<Page> {
    const [page] = this.#tabs;
    if (page === undefined) throw new Error('no tab is open');
    await page.bringToFront();
    return page;
  }

  /** The renderer dies under one of the tabs (and under whatever tab it shares it with); each is opened again. */
  async crashTab(index: number): Promise<void> {
    const page = this.#tabs[index % this.#tabs.length];
    if (page === undefined) return;
    const session = await this.#browser.context.newCDPSession(page);
    const crashed = page.waitForEvent('crash', { timeout: PATIENCE_MS });
    await Promise.all([crashed, session.send('Page.crash').catch(() => undefined)]);
    await sleep(200);
    await this.#refill();
  }

  /** SIGKILL to all of Chromium, then the same profile again. */
  async kill(): Promise<void> {
    await this.#browser.kill();
    this.#tabs = [];
    this.#browser = await launchBrowser(this.#profile.dir);
    await this.#refill();
  }

  async offlineFor(ms: number): Promise<void> {
    await this.#browser.context.setOffline(true);
    await sleep(ms);
    await this.#browser.context.setOffline(false);
  }

  /** What a technician does about a key that is refused, by hand. */
  async checkConnection(): Promise<Page> {
    const page = await this.front();
    await openMenu(page, 'Configurations');
    await page.getByRole('button', { name: 'Vérifier la connexion' }).click();
    await page
      .getByText(/^Connecté/)
      .first()
      .waitFor({ timeout: PATIENCE_MS });
    return page;
  }

  /** From the badge: what is on its way, held and refused. */
  async left(): Promise<number> {
    const status = badge(await this.front());
    const counts = await Promise.all(
      ['data-pending', 'data-held', 'data-rejected'].map((name) => status.getAttribute(name)),
    );
    return counts.reduce((sum, count) => sum + Number(count ?? Number.NaN), 0);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#profile.remove();
  }

  async #refill(): Promise<void> {
    while (this.#tabs.length < 2) await this.#openTab();
  }

  async #openTab(): Promise<void> {
    const page = await openApp(this.#browser.context, this.#url, '/#/suivi');
    this.#keep(page);
    const locked = page.getByRole('button', { name: 'Déverrouiller' });
    const open = page.getByRole('navigation', { name: 'Impôts sync' });
    await locked.or(open).first().waitFor({ timeout: PATIENCE_MS });
    // Another tab may open the vault for this one.
    if (
      !(await open.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      ))
    )
      await unlock(page);
  }

  #keep(page: Page): void {
    this.#tabs.push(page);
    page.on('crash', () => {
      this.#tabs = this.#tabs.filter((one) => one !== page);
      void page.close().catch(() => undefined);
    });
  }
}
