import { clientSchema } from '../contract/client.schema';
import type { WireClient } from '../contract/client.schema';
import { documentedList } from '../contract/documented-list';
import { appError } from '../core/app-error';
import { apiPaths } from '../core/outbox/api-paths';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import type { PullContext } from './pull';
import { NO_PAGES, type CutPull, type Pages, type Versions } from './cut-pull';
import { readAnswer } from './read-answer';
import type { ReadFailure } from './read-answer';

const PER_PAGE = 100;
const MAX_PAGES = 10_000;
/** A list that shifts is read again from its first page so often, then taken as it came. */
const TRIES = 3;

/**
 * The documented clients, page by page, from the page that a cut pull had reached. That page is read again: it must be
 * word for word what it was, and every page must say the same total. Otherwise clients came, left or moved, some may
 * stand on no page that was read, and all is read again. `versions`: of the extension's list, read just before.
 */
export async function pullClients(
  context: PullContext,
  versions: Versions,
  cut: CutPull,
): Promise<Result<readonly WireClient[], ReadFailure>> {
  let pages = cut.take(versions, context.now());
  for (let tries = 1; ; tries++) {
    const read = await goOn(pages, context, tries === TRIES);
    if (read.kind === 'cut') {
      cut.keep(read, versions, context.now());
      return err(read.failure);
    }
    cut.forget();
    if (read.kind === 'whole') return ok(eachOnce(read.pages.flat()));
    pages = NO_PAGES;
  }
}

type Read = Pages & ({ readonly kind: 'whole' | 'moved' } | { readonly kind: 'cut'; readonly failure: ReadFailure });

/** `asItComes`: to the end, even where the list moves. */
async function goOn(before: Pages, { http, now, signal }: PullContext, asItComes: boolean): Promise<Read> {
  const pages = [...before.pages];
  let { total } = before;
  let moved = false;
  for (let page = Math.max(1, pages.length); page <= MAX_PAGES; page++) {
    const answer = await http.request({
      method: 'GET',
      path: `${apiPaths.clients}?page=${page}&per_page=${PER_PAGE}`,
      signal,
    });
    const read = readAnswer(answer, documentedList(clientSchema), now());
    // Pages of a list that moved are of no use to the next pull.
    if (!read.ok) return { kind: 'cut', failure: read.error, ...(moved ? NO_PAGES : { pages, total }) };
    const { data, meta } = read.value;
    const [count, again] = [Number(meta.total), pages[page - 1]];
    moved ||= (total !== null && count !== total) || (again !== undefined && !isSamePage(again, data));
    if (moved && !asItComes) return { kind: 'moved', ...NO_PAGES };
    pages[page - 1] = data;
    total = count;
    if (data.length > 0 && page < Number(meta.last_page)) continue;
    const rows = pages.flat();
    moved ||= eachOnce(rows).length < rows.length;
    return { kind: moved && !asItComes ? 'moved' : 'whole', pages, total };
  }
  return { kind: 'cut', failure: ENDLESS, ...NO_PAGES };
}

const ENDLESS: ReadFailure = {
  error: appError('api/unexpected-answer', { reason: 'endless-list' }),
  retryAfterMs: null,
  status: 200,
  problem: null,
};

const isSamePage = (a: readonly WireClient[], b: readonly WireClient[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** A client that moved to a later page while the pages were read stands on two of them: as it was read last. */
const eachOnce = (rows: readonly WireClient[]): readonly WireClient[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];
