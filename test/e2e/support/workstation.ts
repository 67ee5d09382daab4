import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { launchBrowser, newProfile } from './browser';
import type { TestBrowser } from './browser';
import { createVault, openApp } from './job';
import { startSandbox } from './sandbox';
import type { Sandbox } from './sandbox';

type Env = Readonly<Record<string, string>>;

/** A GEM-BOOKS of this test alone; it ends with the test. */
export async function sandboxOf(env: Env = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(env);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** A browser on a profile of its own; both end with the test. */
export async function workstation(): Promise<TestBrowser> {
  const profile = await newProfile();
  onTestFinished(() => profile.remove());
  const browser = await launchBrowser(profile.dir);
  onTestFinished(() => browser.close());
  return browser;
}

/** What the tests of one file, or of one `describe`, share; there from their `beforeAll` on. */
export interface Desk {
  /** For the files of these tests. */
  readonly folder: string;
  readonly sandbox: Sandbox;
  /** A page of a browser on a profile of its own, with a vault just made. */
  readonly page: Page;
}

/**
 * One GEM-BOOKS, one browser and one open vault for tests that go on from one another.
 * @param env The sandbox's settings, or what makes them in the folder.
 * @param ready What else is to be there before the first test.
 */
export function desk(
  env: Env | ((folder: string) => Promise<Env>) = {},
  ready: (desk: Desk) => Promise<void> | void = () => undefined,
): void {
  const undo: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'impot-sync-bureau-'));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    const sandbox = await startSandbox(typeof env === 'function' ? await env(folder) : env);
    undo.push(() => sandbox.close());
    const profile = await newProfile();
    undo.push(() => profile.remove());
    const browser = await launchBrowser(profile.dir);
    undo.push(() => browser.close());
    const page = await openApp(browser.context, sandbox.url);
    await createVault(page);
    await ready({ folder, sandbox, page });
  });
  afterAll(async () => {
    for (const step of undo.toReversed()) await step();
  });
}

/** The setting of a sandbox that begins with these clients. */
export async function knownClients(folder: string, clients: readonly unknown[]): Promise<Env> {
  const file = join(folder, 'gem-books.json');
  await writeFile(file, JSON.stringify(clients));
  return { SANDBOX_CLIENTS: file };
}
