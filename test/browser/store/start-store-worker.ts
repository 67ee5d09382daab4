import type { Remote } from 'comlink';
import { wrap } from 'comlink';
import { onTestFinished } from 'vitest';
import type { StoreWorker } from './store.worker';

/** A worker for one test, ended with it. */
export function startStoreWorker(): Remote<StoreWorker> {
  const worker = new Worker(new URL('./store.worker.ts', import.meta.url), { type: 'module' });
  onTestFinished(() => {
    worker.terminate();
  });
  return wrap<StoreWorker>(worker);
}

export function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Sets what this origin may store, in bytes, for one test. */
export async function limitQuota(bytes: number): Promise<void> {
  const { cdp } = await import('vitest/browser');
  const { origin } = location;
  await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
  onTestFinished(async () => {
    await cdp().send('Storage.overrideQuotaForOrigin', { origin });
  });
}
