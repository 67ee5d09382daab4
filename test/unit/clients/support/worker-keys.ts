import type { WorkerKeys } from '../../../../src/worker-bridge/worker-keys';

const hmac = () => crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);

/** Fresh keys, as the vault would hand them to a worker. */
export async function newWorkerKeys(): Promise<WorkerKeys> {
  const [sealKey, identifierKey, deliveryKey] = await Promise.all([
    crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    hmac(),
    hmac(),
  ]);
  return { sealKey, identifierKey, deliveryKey };
}
