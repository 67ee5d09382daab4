import type { LocalClient } from '../clients/client';
import { isMinor } from '../clients/minor';
import { FORM_CATALOG } from '../forms/catalog';
import type { FormCode } from '../forms/form-code';
import type { SignerRole } from '../forms/placed-field';
import type { ClientDirectory } from './client-directory';
import type { DocumentIssue, DocumentRecipient } from './document-row';

/**
 * Who receives the document (product §2.5): an able adult alone, at their own address; for the deceased, minors, trusts
 * and whoever has a representative, the representative, never their own address; for a company, its officer. No address
 * while the client's is on hold. `onDay` is the ISO date by which a minor is one.
 */
export function recipientsOf(client: LocalClient, form: FormCode | null, onDay: string): DocumentRecipient[] {
  const { name, email, role } = whoReceives(client, form, onDay);
  return [{ clientId: client.id, role, name, email, language: client.language ?? 'fr' }];
}

/** Where the client's documents go, whatever the form; `null`: to nobody as things stand. */
export const receivingAddress = (client: LocalClient, onDay: string): string | null =>
  whoReceives(client, null, onDay).email;

export function recipientIssues(
  client: LocalClient,
  recipients: readonly DocumentRecipient[],
  directory: ClientDirectory,
  onDay: string,
): DocumentIssue[] {
  const signatory: DocumentIssue[] =
    client.kind === 'individual' && cannotSign(client, onDay) && client.representative === null
      ? [{ code: 'representative-unknown', severity: 'check' }]
      : [];
  const email = recipients[0]?.email ?? null;
  if (isHeld(client, email, onDay)) return [...signatory, { code: 'email-held', severity: 'check' }];
  if (email === null) return [...signatory, { code: 'no-email', severity: 'check' }];
  const isShared = directory.sharing(email).some(({ id, kind }) => id !== client.id && kind === 'individual');
  const isAdultAlone = client.kind === 'individual' && !cannotSign(client, onDay);
  return isShared && isAdultAlone ? [...signatory, { code: 'shared-email', severity: 'note' }] : signatory;
}

/** It would go to the client's own address, of which nobody said yet which one stands. */
function isHeld({ emailHeld, ...client }: LocalClient, email: string | null, onDay: string): boolean {
  return emailHeld !== undefined && email === null && receivingAddress(client, onDay) !== null;
}

interface Receiver {
  readonly name: string;
  readonly email: string | null;
  readonly role: SignerRole;
}

function whoReceives(client: LocalClient, form: FormCode | null, onDay: string): Receiver {
  const { name, representative, officer, kind } = client;
  const email = client.emailHeld === undefined ? client.email : null;
  const own = { name: name.full, email, role: roleOf(client, form) };
  switch (kind) {
    case 'individual':
      if (representative !== null)
        return { name: representative.name, email: representative.email, role: 'representative' };
      return cannotSign(client, onDay) ? { ...own, email: null } : own;
    case 'corporation':
      return officer === null ? own : { name: officer.name, email: officer.email ?? email, role: own.role };
    case 'trust': {
      const trustee = representative ?? officer;
      return trustee === null ? own : { name: trustee.name, email: trustee.email ?? email, role: own.role };
    }
  }
}

/** Dead or under age: somebody else must sign, whether the list says who or not. */
const cannotSign = (client: LocalClient, onDay: string): boolean => client.deceased || isMinor(client, onDay);

function roleOf(client: LocalClient, form: FormCode | null): SignerRole {
  const [signer] = form === null ? [] : FORM_CATALOG[form].signers;
  if (signer !== undefined) return signer;
  return client.kind === 'individual' ? 'taxpayer' : client.kind === 'corporation' ? 'officer' : 'representative';
}
