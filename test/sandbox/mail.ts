import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { SandboxContext } from './context';
import type { Tx } from './database';
import { nextNumber } from './database';

export interface OutgoingMail {
  readonly kind: 'invitation' | 'envelope' | 'reminder' | 'notice';
  readonly name: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly envelopeId: string | null;
  readonly invitationId: string | null;
}

/** Queues an e-mail in the transaction of its cause: it leaves if, and only if, that commits. */
export async function queueMail(tx: Tx, context: SandboxContext, mail: OutgoingMail): Promise<void> {
  await tx
    .insertInto('mail')
    .values({
      id: context.newId('mail'),
      seq: await nextNumber(tx, 'mail'),
      recipient_name: mail.name,
      recipient: mail.to,
      subject: mail.subject,
      body: mail.text,
      created_at: context.now().toISOString(),
      kind: mail.kind,
      envelope_id: mail.envelopeId,
      invitation_id: mail.invitationId,
      written: 0,
    })
    .execute();
}

/**
 * Writes what was queued as `mail/{seq}-{id}.eml`. Also run at start: a process killed between the commit and here
 * left rows behind. Writing one twice gives the same file.
 */
export async function flushMail(context: SandboxContext): Promise<void> {
  const { db } = context;
  const rows = await db.selectFrom('mail').selectAll().where('written', '=', 0).orderBy('seq').execute();
  if (rows.length === 0) return;
  const folder = join(context.settings.data, 'mail');
  await mkdir(folder, { recursive: true });
  for (const row of rows) {
    const message = new MailComposer({
      from: { name: 'Cabinet fictif (bac à sable)', address: 'ne-pas-repondre@cabinet-fictif.example' },
      to: { name: row.recipient_name, address: row.recipient },
      subject: row.subject,
      text: row.body.replace(/\r?\n/g, '\r\n'),
      date: new Date(row.created_at),
      messageId: `<${row.id}@cabinet-fictif.example>`,
      headers: { 'X-Impot-Sync-Kind': row.kind },
    });
    const name = `${String(row.seq).padStart(6, '0')}-${row.id}.eml`;
    // Two requests may flush the same row at once: each renames a file of its own.
    const part = join(folder, `${name}.${randomUUID()}.part`);
    await writeFile(part, await message.compile().build());
    await rename(part, join(folder, name));
    await db.updateTable('mail').set({ written: 1 }).where('id', '=', row.id).execute();
  }
}
