import { randomBytes } from 'node:crypto';
import { emailKey } from '../client-store';
import type { SandboxContext } from '../context';
import type { Tx } from '../database';

export const PORTAL_PATH = '/destinataire';

export const newSecret = (): string => randomBytes(24).toString('base64url');

/** The address's own link; the bare page, which says what to do, where it was never invited. */
export async function linkFor(tx: Tx, { settings }: SandboxContext, email: string): Promise<string> {
  const row = await tx
    .selectFrom('invitations')
    .select('secret')
    .where('email_key', '=', emailKey(email))
    .executeTakeFirst();
  return row === undefined ? settings.portal : `${settings.portal}lien/${row.secret}`;
}

/** A path as it may be logged: who has the secret of a link is halfway in. */
export const withoutSecret = (path: string): string => path.replace(/^(\/destinataire\/lien\/).+$/, '$1…');
