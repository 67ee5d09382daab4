import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { recordExamples } from './api-page/examples';
import { problemTable, routeSections } from './api-page/page-text';

export const API_PAGE_PATH = fileURLToPath(new URL('../../docs/api.md', import.meta.url));

/** The page with its made parts made anew: what people wrote stays as it is. */
export async function apiPageText(page: string): Promise<string> {
  const withProblems = between(page, 'problems', problemTable());
  return between(withProblems, 'routes', routeSections(await recordExamples()));
}

function between(page: string, name: string, made: string): string {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from === -1 || to < from) throw new Error(`docs/api.md has no part « ${name} »`);
  return `${page.slice(0, from + begin.length)}\n\n${made}\n\n${page.slice(to)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(API_PAGE_PATH, await apiPageText(readFileSync(API_PAGE_PATH, 'utf8')));
