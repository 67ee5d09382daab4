// npm run corpus -- DIR [--report FILE] [--out DIR]: every file of a folder through the real workers, one JSON line each.
import { createWriteStream, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveTestPage } from '../tools/test-page';
import type { ExtraRoute } from '../tools/test-page';
import { BrowserPage } from './browser-page';
import { findSources } from './find-sources';
import type { Source } from './find-sources';

const USAGE = 'npm run corpus -- DIR [--report FILE] [--out DIR]';
const root = fileURLToPath(new URL('../..', import.meta.url));

/** The page hands results back for `--out`, by the number of their source. */
function resultsRoute(sources: readonly Source[], out: string | undefined): ExtraRoute {
  return async (request, response) => {
    const [, action, id, name = ''] = (request.url ?? '').split('/');
    const source = sources[Number(id)];
    if (!source || action !== 'out') return false;
    if (out !== undefined) {
      const folder = join(out, dirname(source.file));
      mkdirSync(folder, { recursive: true });
      await pipeline(request, createWriteStream(join(folder, basename(decodeURIComponent(name)))));
    }
    response.writeHead(204).end();
    return true;
  };
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { report: { type: 'string' }, out: { type: 'string' } },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0 || !existsSync(folder) || !statSync(folder).isDirectory()) {
    console.error(USAGE);
    return 2;
  }
  const sources = findSources(resolve(folder));
  const built = join(root, 'test-results', `corpus-page-${process.pid}`);
  const server = await serveTestPage(join(root, 'test/corpus/page'), built, resultsRoute(sources, values.out));
  const page = new BrowserPage(server.url);
  const lines: string[] = [];
  try {
    // The browser's start is not the first file's time.
    await page.open();
    for (const [id, { file, path, limitMs }] of sources.entries()) {
      const started = performance.now();
      const answer = (await page.answer(id, path, limitMs)) ?? {
        kind: file.slice(file.lastIndexOf('.') + 1).toLowerCase(),
        outcome: 'refused',
        code: 'worker/crashed',
      };
      const { entries = [], ...said } = answer;
      const own = { file, ...said, ms: Math.round(performance.now() - started) };
      for (const answered of [own, ...entries.map((entry) => ({ ...entry, file: `${file}/${entry.file}` }))]) {
        const line = JSON.stringify(answered);
        console.log(line);
        lines.push(line);
      }
    }
  } finally {
    await page.close();
    await server.close();
    rmSync(built, { recursive: true, force: true });
  }
  if (values.report !== undefined) writeFileSync(values.report, lines.map((line) => `${line}\n`).join(''));
  return 0;
}

process.exit(await main());
