import { sql } from 'kysely';
import type { Db } from './database';
import { documentedPage, readPage } from './paging';

/** Tables whose rows are kept as the documented API gives them. */
type DocumentedTable = 'clients' | 'client_contacts' | 'reminders' | 'tasks';

/** One page of a documented list, as its query asks for it, in the order of the columns. */
export async function documentedList(
  db: Db,
  table: DocumentedTable,
  query: Readonly<Record<string, string>>,
  order: readonly string[] = ['id'],
): Promise<ReturnType<typeof documentedPage>> {
  const page = readPage(query);
  const { total } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom(table)
    .select('data')
    .orderBy(sql.join(order.map((column) => sql.ref(column))))
    .limit(page.perPage)
    .offset((page.page - 1) * page.perPage)
    .execute();
  return documentedPage(
    rows.map(({ data }) => JSON.parse(data) as unknown),
    Number(total),
    page,
  );
}
