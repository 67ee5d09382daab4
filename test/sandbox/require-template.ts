import type { Tx } from './database';
import { invalidBody } from './read-body';

/** Refuses a body that names an e-mail template which is not there. */
export async function requireTemplate(tx: Tx, id: string): Promise<void> {
  const found = await tx.selectFrom('email_templates').select('id').where('id', '=', id).executeTakeFirst();
  if (found === undefined) throw invalidBody([{ path: 'emailTemplateId', message: 'unknown' }]);
}
