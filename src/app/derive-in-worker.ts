import { ok } from '../core/result';
import type { DeriveKey } from '../vault/derive-key';
import type { VaultWorkerApi } from '../worker-bridge/vault-worker-api';
import { workerHandle } from '../worker-bridge/worker-handle';

/** Argon2id off the page, in a worker that lives for one passphrase. */
export function deriveInWorker(spawn: () => Worker): DeriveKey {
  const vaultWorker = workerHandle<VaultWorkerApi>(spawn);
  return async (passphrase, parameters) => {
    const key = await vaultWorker.call(async (worker) => ok(await worker.deriveKey(passphrase, parameters)));
    // 64 MiB of wasm memory are given back with the worker.
    vaultWorker.terminate();
    if (!key.ok) throw new Error(key.error.code);
    return key.value;
  };
}
