import type { Db, Tx } from './database';
import { nextNumber } from './database';

/** A documented client object, all its fields as they came. */
export type ClientData = Record<string, unknown>;

/** How addresses are told apart: one person writes the same address in several ways. */
export const emailKey = (email: string): string => email.trim().normalize('NFC').toLowerCase();

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll('\0', '') : '';

/** The columns that repeat what is in `data`. */
const columns = (data: ClientData) => ({
  code: text(data['code']),
  name: text(data['name']),
  email: text(data['email']),
  email_key: emailKey(text(data['email'])),
  data: JSON.stringify(data),
});

export async function insertClient(
  tx: Tx,
  data: ClientData,
  extras: { readonly language: string | null; readonly accountManagerId: string | null },
): Promise<void> {
  const id = Number(data['id']);
  await tx
    .insertInto('clients')
    .values({
      id,
      ...columns(data),
      language: extras.language,
      account_manager_id: extras.accountManagerId,
      version: 1,
    })
    .execute();
  const contacts: unknown = data['contacts'];
  if (!Array.isArray(contacts)) return;
  for (const contact of contacts as readonly unknown[]) {
    await tx
      .insertInto('client_contacts')
      .values({ id: await nextNumber(tx, 'client_contacts'), client_id: id, data: JSON.stringify(contact) })
      .execute();
  }
}

/** Merges `changes` into the documented object; the version goes up, so an ETag read before no longer matches. */
export async function changeClient(tx: Tx, id: number, changes: ClientData): Promise<ClientData | null> {
  const row = await tx.selectFrom('clients').select(['data', 'version']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const data: ClientData = { ...(JSON.parse(row.data) as ClientData), ...changes };
  await tx
    .updateTable('clients')
    .set({ ...columns(data), version: row.version + 1 })
    .where('id', '=', id)
    .execute();
  return data;
}

export async function findClient(db: Db | Tx, id: number): Promise<ClientData | null> {
  const row = await db.selectFrom('clients').select('data').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.data) as ClientData);
}

/** A numeric id from a path; `null` for anything else, which then is not found. */
export const idFrom = (place: string): number | null => (/^\d{1,15}$/.test(place) ? Number(place) : null);

/** An object as documented, with what was sent in its places. `type` can be sent but no published object shows it. */
export function newClient(id: number, at: Date, body: ClientData): ClientData {
  return {
    id,
    code: '',
    name: '',
    inactive: 0,
    creation_date: at.toISOString().slice(0, 19).replace('T', ' '),
    address: '',
    address2: '',
    city: '',
    state: '',
    zipcode: '',
    phone: '',
    phone2: '',
    fax: '',
    email: '',
    website: '',
    phone_work: '',
    credit: 0,
    term: '',
    contacts: [],
    ...body,
  };
}
