import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { PAGE_HEADERS } from './security-headers';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.csv': 'text/csv',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
  '.pdf': 'application/pdf',
};

/** The custom element that the office's own site loads. */
const WEBSITE_FORM = 'impot-sync-form.js';
const FOR_OTHER_SITES = { 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** Answers GET and HEAD from the built app's folder: hashed files for a year, all others asked for each time. */
export async function serveFile(root: string, request: Request): Promise<Response> {
  const file = resolveFile(root, new URL(request.url).pathname);
  const found = file === null ? null : await stat(file).catch(() => null);
  if (file === null || found === null || !found.isFile()) return notFound();
  const etag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`;
  const headers = {
    ...PAGE_HEADERS,
    ETag: etag,
    'Cache-Control': isHashed(file, root) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Length': String(found.size),
    ...(file === join(root, WEBSITE_FORM) ? FOR_OTHER_SITES : {}),
  };
  if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers });
  if (request.method === 'HEAD') return new Response(null, { headers });
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, { headers });
}

function resolveFile(root: string, pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = normalize(join(root, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(normalize(root) + sep) ? file : null;
}

/** Vite puts a hash in the name of everything under assets/. */
const isHashed = (file: string, root: string): boolean => file.startsWith(join(root, 'assets') + sep);

function notFound(): Response {
  return new Response('404\n', {
    status: 404,
    headers: { ...PAGE_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}
