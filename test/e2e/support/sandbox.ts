import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeBundle } from '../../tools/node-bundle.mjs';

export const SANDBOX_KEY = 'bac-a-sable';

/** A running sandbox of its own: own port, own data folder, the built app on the same origin. */
export interface Sandbox {
  readonly url: string;
  readonly data: string;
  get<T>(path: string): Promise<T>;
  /** Follows `nextCursor` to the end of an extension list. */
  list<T>(route: string): Promise<readonly T[]>;
  /** Follows the documented pages to the end. */
  pages<T>(route: string): Promise<readonly T[]>;
  bytes(path: string): Promise<Uint8Array>;
  faults(rules: readonly unknown[]): Promise<void>;
  kill(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function start(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const bundle = await nodeBundle('test/sandbox/serve.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.once('exit', (code) => reject(new Error(`the sandbox ended with code ${code}`)));
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
      if (/Prêt : http\S+/.test(out)) resolve(child);
    });
  });
}

export async function startSandbox(env: NodeJS.ProcessEnv = {}): Promise<Sandbox> {
  const port = await freePort();
  const data = await mkdtemp(join(tmpdir(), 'impot-sync-sandbox-'));
  const settings = { PORT: String(port), SANDBOX_DATA: data, SANDBOX_KEY, ...env };
  let child = await start(settings);
  const url = `http://localhost:${port}`;
  const authorization = { Authorization: `Bearer ${SANDBOX_KEY}` };

  async function request(path: string): Promise<Response> {
    const response = await fetch(`${url}${path}`, { headers: authorization });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response;
  }

  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.removeAllListeners('exit');
    child.once('exit', () => undefined);
    child.kill(signal);
    await Promise.race([ended, new Promise((resolve) => child.once('exit', resolve))]);
  }

  return {
    url,
    data,
    get: async <T>(path: string) => (await (await request(path)).json()) as T,
    async list<T>(route: string) {
      const all: T[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const query: string = cursor === '' ? '?limit=200' : `?limit=200&cursor=${encodeURIComponent(cursor)}`;
        const page = (await (await request(`/api/impot-sync/v1/${route}${query}`)).json()) as {
          data: T[];
          nextCursor: string | null;
        };
        all.push(...page.data);
        cursor = page.nextCursor;
      }
      return all;
    },
    async pages<T>(route: string) {
      const all: T[] = [];
      for (let page = 1, last = 1; page <= last; page += 1) {
        const answer = (await (await request(`/api/${route}?per_page=100&page=${page}`)).json()) as {
          data: T[];
          meta: { last_page: number };
        };
        all.push(...answer.data);
        last = answer.meta.last_page;
      }
      return all;
    },
    bytes: async (path) => new Uint8Array(await (await request(path)).arrayBuffer()),
    async faults(rules) {
      const response = await fetch(`${url}/sandbox/faults`, {
        method: 'POST',
        headers: { ...authorization, 'Content-Type': 'application/json' },
        body: JSON.stringify(rules),
      });
      if (!response.ok) throw new Error(`faults answered ${response.status}`);
    },
    kill: () => stop('SIGKILL'),
    async restart() {
      await stop('SIGKILL');
      child = await start(settings);
    },
    async close() {
      await stop('SIGTERM');
      await rm(data, { recursive: true, force: true });
    },
  };
}
