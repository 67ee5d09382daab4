import type { InvitationCreate } from '../../src/contract/invitation.schema';
import { emailKey } from './client-store';
import type { SandboxContext } from './context';
import type { Tx } from './database';
import { nextNumber } from './database';
import { invitationText } from './email-messages';
import { queueMail } from './mail';
import { newSecret } from './recipient/link';
import type { SandboxSchema } from './schema';

/** One e-mail per address, ever: the address is unique in the table, and the e-mail is queued with its row. */
export async function inviteAddress(
  tx: Tx,
  context: SandboxContext,
  { email, clientIds, language, emailTemplateId }: InvitationCreate,
): Promise<{ readonly row: SandboxSchema['invitations']; readonly isNew: boolean }> {
  const key = emailKey(email);
  const made = await tx
    .insertInto('invitations')
    .values({
      id: context.newId('inv'),
      seq: await nextNumber(tx, 'invitations'),
      email,
      email_key: key,
      language,
      status: 'invited',
      created_at: context.now().toISOString(),
      secret: newSecret(),
    })
    .onConflict((conflict) => conflict.column('email_key').doNothing())
    .returningAll()
    .executeTakeFirst();
  const row =
    made ?? (await tx.selectFrom('invitations').selectAll().where('email_key', '=', key).executeTakeFirstOrThrow());
  await tx
    .insertInto('invitation_clients')
    .values(clientIds.map((client_id) => ({ invitation_id: row.id, client_id })))
    .onConflict((conflict) => conflict.columns(['invitation_id', 'client_id']).doNothing())
    .execute();
  if (made !== undefined)
    await queueMail(tx, context, await invitationText(tx, context, row, { clientIds, emailTemplateId }));
  return { row, isNew: made !== undefined };
}
