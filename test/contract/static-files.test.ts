import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestSandbox } from './support/open-test-sandbox';

async function servedApp() {
  const sandbox = await openTestSandbox();
  const dist = join(sandbox.folder, 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  const files = {
    'index.html': '<!doctype html>',
    'sw.js': '1',
    'manifest.webmanifest': '{}',
    'assets/app-AbC123.js': '1',
    'assets/pdfium-x.wasm': 'w',
    'assets/inter.woff2': 'f',
    'été.csv': 'a',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dist, name), content);
  writeFileSync(join(sandbox.folder, 'secret.txt'), 'secret');
  mkdirSync(join(sandbox.folder, 'dist-autre'));
  writeFileSync(join(sandbox.folder, 'dist-autre', 'a.txt'), 'secret');
  return { ...sandbox, get: (path: string, init?: RequestInit) => sandbox.app.request(path, init) };
}

it('serves the app under the strict policy', async () => {
  const { get } = await servedApp();
  const page = await get('/');
  expect(await page.text()).toBe('<!doctype html>');
  expect(page.headers.get('Content-Security-Policy')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src 'self' data:; style-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html impot-sync-url",
  );
  expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
  expect(page.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  expect(page.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  expect(page.headers.get('Permissions-Policy')).toContain('geolocation=()');
});

it.each([
  ['/', 'text/html; charset=utf-8', 'no-cache'],
  ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
  ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
  ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8', 'no-cache'],
  ['/assets/app-AbC123.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/assets/pdfium-x.wasm', 'application/wasm', 'public, max-age=31536000, immutable'],
  ['/assets/inter.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
  ['/%C3%A9t%C3%A9.csv', 'text/csv', 'no-cache'],
])('%s is %s, kept: %s', async (path, type, caching) => {
  const { get } = await servedApp();
  const answer = await get(path);
  expect([answer.status, answer.headers.get('Content-Type'), answer.headers.get('Cache-Control')]).toEqual([
    200,
    type,
    caching,
  ]);
  const head = await get(path, { method: 'HEAD' });
  expect([head.status, head.headers.get('Content-Type'), await head.text()]).toEqual([200, type, '']);
  expect((await get(path, { headers: { 'If-None-Match': answer.headers.get('ETag') ?? '' } })).status).toBe(304);
});

it.each([
  '/nothing.js',
  '/assets/',
  '/assets',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/..%5csecret.txt',
  '/..%2fdist-autre%2fa.txt',
  '/%00',
  '/%ff',
  '/gem-books.db',
])('%s is nowhere', async (path) => {
  const { get } = await servedApp();
  const answer = await get(path);
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain('secret');
});

it('tells the page how it is connected', async () => {
  const { get } = await servedApp();
  const answer = await get('/config.json');
  expect(await answer.json()).toEqual({ apiBase: '/api/', apiKey: 'bac-a-sable', sandbox: true });
  expect(answer.headers.get('Cache-Control')).toBe('no-cache');
});
