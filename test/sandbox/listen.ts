import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerType } from '@hono/node-server';
import { createAdaptorServer } from '@hono/node-server';
import type { OpenSandbox } from './open-sandbox';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens on both loopback addresses, since `localhost` may mean either (a machine without IPv6 has one). `host`
 * listens there instead. Port 0 takes a free one.
 */
export async function listen({ app }: OpenSandbox, port: number, host: string | null): Promise<Listening> {
  const first = await listenOn(app.fetch, port, host ?? '127.0.0.1');
  const bound = (first.address() as AddressInfo).port;
  const servers = [first];
  if (host === null) {
    const second = await listenOn(app.fetch, bound, '::1').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' || error.code === 'EINVAL') return null;
      throw error;
    });
    if (second !== null) servers.push(second);
  }
  return {
    port: bound,
    async close() {
      await Promise.all(servers.map(closeServer));
    },
  };
}

function listenOn(fetch: OpenSandbox['app']['fetch'], port: number, host: string): Promise<ServerType> {
  const server = createAdaptorServer({ fetch });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    (server as Server).closeIdleConnections();
    setTimeout(() => (server as Server).closeAllConnections(), 2000).unref();
  });
}
