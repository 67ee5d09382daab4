import { onTestFinished } from 'vitest';
import { launchBrowser, newProfile } from './browser';
import type { TestBrowser } from './browser';
import { startSandbox } from './sandbox';
import type { Sandbox } from './sandbox';

/** A GEM-BOOKS of this test alone; it ends with the test. */
export async function sandboxOf(env: NodeJS.ProcessEnv = {}): Promise<Sandbox> {
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
