import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxContext } from '../context';
import type { Tx } from '../database';
import { nextNumber, transact } from '../database';
import type { SandboxSchema } from '../schema';
import type { Person } from './people';

const MINUTE_MS = 60_000;
const CODE_LIVES_MS = 10 * MINUTE_MS;
const SESSION_LIVES_MS = 30 * MINUTE_MS;
const MOST_ATTEMPTS = 5;
const MOST_CODES_PER_HOUR = 5;

type Session = SandboxSchema['recipient_sessions'];

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A session of whoever holds the link: it knows the address, and nobody's documents yet. Answers its cookie. */
export async function openSession(context: SandboxContext, invitation: SandboxSchema['invitations']): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const oldest = new Date(context.now().getTime() - 2 * SESSION_LIVES_MS).toISOString();
  await transact(context.db, async (tx) => {
    await tx.deleteFrom('recipient_sessions').where('created_at', '<', oldest).execute();
    await tx
      .insertInto('recipient_sessions')
      .values({
        id: digest(token),
        invitation_id: invitation.id,
        language: invitation.language,
        attempts: 0,
        created_at: context.now().toISOString(),
      })
      .execute();
  });
  return token;
}

/** The session of a cookie, for 30 minutes; `null` otherwise. */
export async function findSession(context: SandboxContext, token: string | undefined): Promise<Session | null> {
  if (token === undefined) return null;
  const row = await context.db
    .selectFrom('recipient_sessions')
    .selectAll()
    .where('id', '=', digest(token))
    .executeTakeFirst();
  if (row === undefined || context.now().getTime() - Date.parse(row.created_at) > SESSION_LIVES_MS) return null;
  return row;
}

/**
 * Sends a random code to the person's own number, and forgets whoever the session was for before. `too-many` after
 * five in an hour for one person, from whatever session.
 */
export async function sendCode(
  context: SandboxContext,
  session: Session,
  person: Person,
): Promise<'sent' | 'too-many' | 'no-number'> {
  const { phone } = person;
  if (phone === null) return 'no-number';
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const now = context.now();
  const message = await transact(context.db, async (tx) => {
    const hourAgo = new Date(now.getTime() - 60 * MINUTE_MS).toISOString();
    const sent = await tx
      .selectFrom('text_messages')
      .select('id')
      .where('invitation_id', '=', session.invitation_id)
      .where('person', '=', person.key)
      .where('created_at', '>', hourAgo)
      .execute();
    if (sent.length >= MOST_CODES_PER_HOUR) return null;
    await change(tx, session, {
      person: person.key,
      code_digest: digest(`${session.id} ${code}`),
      code_at: now.toISOString(),
      attempts: 0,
      passed_at: null,
    });
    const row = {
      id: context.newId('sms'),
      seq: await nextNumber(tx, 'text_messages'),
      invitation_id: session.invitation_id,
      person: person.key,
      phone,
      body: session.language === 'en' ? `Your code: ${code}` : `Votre code : ${code}`,
      created_at: now.toISOString(),
    };
    await tx.insertInto('text_messages').values(row).execute();
    return row;
  });
  if (message === null) return 'too-many';
  const folder = join(context.settings.data, 'sms');
  await mkdir(folder, { recursive: true });
  const name = `${String(message.seq).padStart(6, '0')}-${phone}.txt`;
  await writeFile(join(folder, name), `${message.body}\n`);
  return 'sent';
}

/** Compares without telling by its time. A fifth wrong code, or ten minutes, and a new one must be asked for. */
export async function enterCode(
  context: SandboxContext,
  session: Session,
  code: string,
): Promise<'passed' | 'wrong' | 'expired'> {
  return transact(context.db, async (tx) => {
    const row = await tx.selectFrom('recipient_sessions').selectAll().where('id', '=', session.id).executeTakeFirst();
    const now = context.now();
    if (row === undefined || row.code_digest === null || row.code_at === null) return 'expired';
    if (row.attempts >= MOST_ATTEMPTS || now.getTime() - Date.parse(row.code_at) > CODE_LIVES_MS) return 'expired';
    const given = Buffer.from(digest(`${row.id} ${code.replace(/\D/g, '')}`));
    if (!timingSafeEqual(given, Buffer.from(row.code_digest))) {
      await change(tx, row, { attempts: row.attempts + 1 });
      return row.attempts + 1 >= MOST_ATTEMPTS ? 'expired' : 'wrong';
    }
    await change(tx, row, { passed_at: now.toISOString(), code_digest: null });
    await tx.updateTable('invitations').set({ status: 'connected' }).where('id', '=', row.invitation_id).execute();
    return 'passed';
  });
}

export async function leave(context: SandboxContext, session: Session): Promise<void> {
  await context.db.deleteFrom('recipient_sessions').where('id', '=', session.id).execute();
}

export async function speak(context: SandboxContext, session: Session, language: 'fr' | 'en'): Promise<void> {
  await transact(context.db, (tx) => change(tx, session, { language }));
}

async function change(tx: Tx, { id }: Session, set: Partial<Omit<Session, 'id'>>): Promise<void> {
  await tx.updateTable('recipient_sessions').set(set).where('id', '=', id).execute();
}
