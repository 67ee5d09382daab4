import type { WorkerKeys } from '../../src/worker-bridge/worker-keys';

/** Keys of an office that lasts as long as the page: nothing made with them is kept. */
export async function newWorkerKeys(): Promise<WorkerKeys> {
  const hmac = () => crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return {
    sealKey: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    identifierKey: await hmac(),
    deliveryKey: await hmac(),
  };
}
