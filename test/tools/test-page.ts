import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

export interface TestPage {
  /** Ends with a slash. A secure context: WebCrypto and OPFS are there. */
  readonly url: string;
  close(): Promise<void>;
}

/** Answers true when the request was its own. */
export type ExtraRoute = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Builds the page of `root` (a folder with an `index.html`) with the workers it names, as the app is built, and serves
 * it on this machine alone. `extra` is asked first.
 */
export async function serveTestPage(
  root: string,
  outDir: string,
  extra: ExtraRoute = async () => false,
): Promise<TestPage> {
  await build({
    configFile: false,
    root,
    base: '/',
    logLevel: 'error',
    publicDir: false,
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, reportCompressedSize: false },
  });
  const server = createServer((request, response) => {
    answer(request, response, outDir, extra).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, outDir: string, extra: ExtraRoute) {
  if (await extra(request, response)) return;
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
  const file = join(outDir, path === '/' ? 'index.html' : path);
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return void response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(bytes);
}
