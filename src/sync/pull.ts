import { documentedList } from '../contract/documented-list';
import { extensionList } from '../contract/extension-list';
import type { z } from '../contract/zod';
import { appError } from '../core/app-error';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import type { Http } from './ports';
import { readAnswer } from './read-answer';
import type { ReadFailure } from './read-answer';

export interface PullContext {
  readonly http: Http;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

const PER_PAGE = 100;
const CURSOR_LIMIT = 200;
/** No office has a million clients: a list that does not end is a server that lost count. */
const MAX_PAGES = 10_000;

const endless: ReadFailure = {
  error: appError('api/unexpected-answer', { reason: 'endless-list' }),
  retryAfterMs: null,
  status: 200,
  problem: null,
};

/** A whole documented list, page by page. */
export async function pullDocumented<T extends z.ZodMiniType>(
  path: string,
  item: T,
  { http, now, signal }: PullContext,
): Promise<Result<z.infer<T>[], ReadFailure>> {
  const rows: z.infer<T>[] = [];
  for (let page = 1; page <= MAX_PAGES; page++) {
    const answer = await http.request({ method: 'GET', path: `${path}?page=${page}&per_page=${PER_PAGE}`, signal });
    const read = readAnswer(answer, documentedList(item), now());
    if (!read.ok) return read;
    rows.push(...read.value.data);
    if (read.value.data.length === 0 || page >= read.value.meta.last_page) return ok(rows);
  }
  return err(endless);
}

/** A whole extension list, cursor by cursor. `path` may carry a query already. */
export async function pullExtension<T extends z.ZodMiniType>(
  path: string,
  item: T,
  { http, now, signal }: PullContext,
): Promise<Result<z.infer<T>[], ReadFailure>> {
  const rows: z.infer<T>[] = [];
  const query = `${path}${path.includes('?') ? '&' : '?'}limit=${CURSOR_LIMIT}`;
  let cursor: string | null = null;
  for (let page = 1; page <= MAX_PAGES; page++) {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await http.request({ method: 'GET', path: query + from, signal });
    const read = readAnswer(answer, extensionList(item), now());
    if (!read.ok) return read;
    rows.push(...read.value.data);
    if (read.value.nextCursor === null) return ok(rows);
    if (read.value.nextCursor === cursor) break;
    cursor = read.value.nextCursor;
  }
  return err(endless);
}
