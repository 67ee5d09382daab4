import { Workbox } from 'workbox-window';
import type { AppUpdate } from './app-update.svelte';
import { WaitingVersion } from './app-update.svelte';

export interface ServiceWorkerOptions {
  /** Made by the page's trusted-types policy; `require-trusted-types-for` refuses a plain string. */
  readonly scriptUrl: string;
  readonly reload: () => void;
}

/** How often a page left open looks for a new version, in milliseconds. */
const CHECK_MS = 60 * 60 * 1000;

/**
 * Registers the service worker after the page has loaded. Where there is none (private window, old browser) the app works,
 * but not offline from a cold start.
 */
export function registerServiceWorker({ scriptUrl, reload }: ServiceWorkerOptions): AppUpdate {
  let workbox: Workbox | null = null;
  const version = new WaitingVersion({ skipWaiting: () => workbox?.messageSkipWaiting(), reload });
  if (!('serviceWorker' in navigator)) return version;
  const found = new Workbox(scriptUrl);
  workbox = found;
  found.addEventListener('waiting', () => version.found());
  found.addEventListener('controlling', ({ isUpdate, isExternal }) => {
    if (isUpdate || isExternal) version.switched();
  });
  const quietly = (): void => undefined;
  void found.register().then(() => setInterval(() => void found.update().catch(quietly), CHECK_MS), quietly);
  return version;
}
