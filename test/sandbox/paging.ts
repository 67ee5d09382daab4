import { sql } from 'kysely';
import type { SelectQueryBuilder } from 'kysely';
import { Refusal } from './problems';

export interface Page {
  readonly page: number;
  readonly perPage: number;
}

/** `page` from 1, `per_page` from 1 to 100; anything else falls back as PHP paginators do: defaults, or the maximum. */
export function readPage(query: Readonly<Record<string, string>>): Page {
  return { page: positive(query['page']) ?? 1, perPage: Math.min(positive(query['per_page']) ?? 20, 100) };
}

const positive = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;

/** A documented list page. */
export const documentedPage = (data: readonly unknown[], total: number, { page, perPage }: Page) => ({
  data,
  meta: { current_page: page, last_page: Math.max(1, Math.ceil(total / perPage)), per_page: perPage, total },
  success: true,
});

export interface Slice {
  readonly limit: number;
  /** Only rows whose sequence number is above this. */
  readonly after: number;
}

/** `limit` from 1 to 200 and an opaque `cursor`: unlike the documented paging, a mistake is said. */
export function readSlice(query: Readonly<Record<string, string>>): Slice {
  const limit = query['limit'] === undefined ? 50 : positive(query['limit']);
  if (limit === null || limit > 200) throw new Refusal('invalid-query', { detail: 'limit goes from 1 to 200' });
  const cursor = query['cursor'];
  if (cursor === undefined || cursor === '') return { limit, after: 0 };
  const after = /^after:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1];
  if (after === undefined) throw new Refusal('invalid-query', { detail: 'cursor is not one of ours' });
  return { limit, after: Number(after) };
}

/** The rows of one slice in the order of `column`, a sequence number; one too many, which says that there is more. */
export const inSlice =
  (column: string, { after, limit }: Slice) =>
  <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>): SelectQueryBuilder<DB, TB, O> =>
    query
      .where(sql<number>`${sql.ref(column)}`, '>', after)
      .orderBy(sql`${sql.ref(column)}`)
      .limit(limit + 1);

/** An extension list page, from the rows of `inSlice`. */
export function slicePage<R, T>(rows: readonly R[], { limit }: Slice, seq: (row: R) => number, toWire: (row: R) => T) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { data: shown.map(toWire), nextCursor: more ? Buffer.from(`after:${seq(last)}`).toString('base64url') : null };
}
