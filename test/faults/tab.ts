import { createHash } from 'node:crypto';
import { signedIn } from '../../src/sync/by-hand';
import { fetchHttp } from '../../src/sync/fetch-http';
import type { Clock, LeaderLock } from '../../src/sync/ports';
import { SyncLoop } from '../../src/sync/sync-loop';
import { DurableOutbox } from './durable-outbox';
import { HASTE } from './haste';
import type { FromTab, TabStart, ToTab } from './tab-messages';

/** One tab, as a process of its own: the product's sync loop over the shared outbox, until it is killed. */
const start = JSON.parse(process.argv[2] ?? '{}') as TabStart;
const tell = (message: FromTab): void => void process.send?.(message);

let online = true;
let gotLock: (() => void) | null = null;

const clock: Clock = {
  now: () => start.epoch + (Date.now() - start.epoch) * HASTE,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms / HASTE);
      signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
    }),
};

/** The parent is to the tabs what the browser is: it hands the lock to one of them, and frees it when that one dies. */
const lock: LeaderLock = {
  async hold(_name, signal, task) {
    await new Promise<void>((resolve) => {
      gotLock = resolve;
      tell('ask-lock');
    });
    await task(signal);
  },
};

const digest = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest();
const store = new DurableOutbox(start.outbox, () => tell('changed'));
const loop = new SyncLoop({
  store,
  http: fetchHttp({
    fetch: (...request) => (online ? fetch(...request) : Promise.reject(new TypeError('offline'))),
    base: `${start.url}/api/`,
    key: () => start.key,
    online: () => online,
    digest: async (bytes) => new Uint8Array(digest(bytes)),
    timeout: (ms) => AbortSignal.timeout(Math.ceil(ms / HASTE)),
  }),
  lock,
  clock,
  random: Math.random,
  digest: async (text) => digest(text).toString('hex'),
  uploadPartBytes: () => 16 * 1024,
});

process.on('message', (message: ToTab) => {
  if (message === 'lock') gotLock?.();
  if (message === 'changed') store.hear();
  if (message === 'offline') online = false;
  if (message === 'online') {
    online = true;
    loop.wake();
  }
  if (message === 'signed-in') void signedIn(store, clock).then(() => loop.wake());
});
process.on('disconnect', () => process.exit(0));
void loop.run(new AbortController().signal);
