import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../../tools/chromium';

/** A Chromium of our own over the DevTools protocol, on a profile that outlives it: it can be killed and started again. */
export interface TestBrowser {
  readonly context: BrowserContext;
  /** SIGKILL to the whole process group, as a power cut would. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export async function newProfile(): Promise<{ readonly dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'impot-sync-profile-'));
  return { dir, remove: () => rm(dir, { recursive: true, force: true, maxRetries: 5 }) };
}

async function devtoolsUrl(profile: string): Promise<string> {
  const file = join(profile, 'DevToolsActivePort');
  for (let tries = 0; tries < 600; tries += 1) {
    const [port] = existsSync(file) ? (await readFile(file, 'utf8')).split('\n') : [];
    if (port) return `http://127.0.0.1:${port}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Chromium did not open its DevTools port');
}

export async function launchBrowser(profile: string, extraArgs: readonly string[] = []): Promise<TestBrowser> {
  // A leftover of a killed browser would be read as the new one's port.
  await rm(join(profile, 'DevToolsActivePort'), { force: true });
  const child = spawn(
    await chromiumPath(),
    [
      ...CHROMIUM_ARGS,
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--window-size=1440,900',
      ...extraArgs,
      'about:blank',
    ],
    { detached: true, stdio: 'ignore' },
  );
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const browser = await chromium.connectOverCDP(await devtoolsUrl(profile));
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium came without a context');
  const signalGroup = (signal: NodeJS.Signals) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Already gone.
    }
  };
  return {
    context,
    async kill() {
      signalGroup('SIGKILL');
      await exited;
    },
    async close() {
      await browser.close().catch(() => undefined);
      signalGroup('SIGTERM');
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 5_000))]);
      signalGroup('SIGKILL');
      await exited;
    },
  };
}
