import { setTimeout as sleep } from 'node:timers/promises';
import { emailKey, findClient, insertClient, newClient } from './client-store';
import type { SandboxContext } from './context';
import type { Tx } from './database';
import { nextNumber, transact } from './database';
import { noticeText } from './email-messages';
import { inviteAddress } from './invite-address';
import { flushMail, queueMail } from './mail';
import type { SandboxSchema } from './schema';

/**
 * Looks up who asked by the website form, once the answer has left: a known address is written to, an unknown one
 * becomes a client and is invited. Also run at start, for what a crash left `received`.
 */
export async function settleIntake(context: SandboxContext): Promise<void> {
  await sleep(context.settings.intakeDelayMs);
  const waiting = await context.db
    .selectFrom('intake')
    .select('id')
    .where('status', '=', 'received')
    .orderBy('seq')
    .execute();
  for (const { id } of waiting) await transact(context.db, (tx) => settleOne(tx, context, id));
  await flushMail(context);
}

async function settleOne(tx: Tx, context: SandboxContext, id: string): Promise<void> {
  const row = await tx.selectFrom('intake').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  if (row.status !== 'received') return;
  const client = await tx
    .selectFrom('clients')
    .select('id')
    .where('email_key', '=', emailKey(row.email))
    .orderBy('id')
    .executeTakeFirst();
  const language = row.language === 'en' ? 'en' : 'fr';
  if (client !== undefined) {
    await queueMail(tx, context, await noticeText(tx, context, { name: row.name, email: row.email, language }));
  }
  const clientId = client?.id ?? (await makeClient(tx, context, row));
  if (client === undefined) await inviteAddress(tx, context, { email: row.email, clientIds: [clientId], language });
  await tx
    .updateTable('intake')
    .set({ status: client === undefined ? 'invited' : 'known', client_id: clientId })
    .where('id', '=', id)
    .execute();
}

async function makeClient(tx: Tx, context: SandboxContext, row: SandboxSchema['intake']): Promise<number> {
  const id = await nextNumber(tx, 'clients');
  const { name, email, phone } = row;
  const data = newClient(id, context.now(), { name, email, phone, code: `WEB-${row.seq}` });
  await insertClient(tx, data, { language: row.language, accountManagerId: null });
  return Number((await findClient(tx, id))?.['id']);
}
