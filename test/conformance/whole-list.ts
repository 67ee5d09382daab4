import type { Json } from './answer';
import type { CallOptions, Kit } from './kit';
import { MEND_PAGING } from './mend';
import * as want from './want';
import { t } from './words';

/** No list that a run looks at is longer, or the server never ends it. */
const PAGES = 2000;

/** All rows of an extension list, page by page. A page that comes twice, or a cursor that never ends, is a finding. */
export async function wholeList(
  kit: Kit,
  id: string,
  options: CallOptions & { readonly limit: number },
): Promise<Json[]> {
  const rows: Json[] = [];
  const cursors = new Set<string>();
  for (let cursor: string | null = null; ;) {
    const query: Record<string, string | number> = { ...options.query, limit: options.limit };
    if (cursor !== null) query['cursor'] = cursor;
    const answer = await kit.call(id, { ...options, query });
    want.status(answer, 200);
    const page = answer.json['data'] as unknown as readonly Json[];
    want.that(
      answer,
      page.length <= options.limit,
      t(`au plus ${options.limit} lignes`, `at most ${options.limit} rows`),
      t('Respectez « limit ».', 'Keep to `limit`.'),
      t(`${page.length} lignes`, `${page.length} rows`),
    );
    rows.push(...page);
    const next = answer.json['nextCursor'] as unknown as string | null;
    if (next === null) return rows;
    want.that(
      answer,
      !cursors.has(next) && cursors.size < PAGES && page.length > 0,
      t('un curseur qui avance, puis null', 'a cursor that goes on, then null'),
      MEND_PAGING,
    );
    cursors.add(next);
    cursor = next;
  }
}

/** All rows of a documented list, by `page` and `per_page`. */
export async function wholeDocumentedList(kit: Kit, id: string, perPage: number): Promise<Json[]> {
  const rows: Json[] = [];
  for (let page = 1, last = 1; page <= last && page <= PAGES; page += 1) {
    const answer = await kit.call(id, { query: { page, per_page: perPage } });
    want.status(answer, 200);
    const { meta, data } = answer.json as unknown as {
      readonly data: readonly Json[];
      readonly meta: Readonly<Record<string, number | string>>;
    };
    rows.push(...data);
    last = Number(meta['last_page']);
    want.that(
      answer,
      data.length <= perPage && Number(meta['current_page']) === page,
      t(`la page ${page}, d’au plus ${perPage} lignes`, `page ${page}, of at most ${perPage} rows`),
      MEND_PAGING,
      t(`page ${meta['current_page']}, ${data.length} lignes`, `page ${meta['current_page']}, ${data.length} rows`),
    );
  }
  return rows;
}
