import type { LocalClient } from '../clients/client';
import { FORM_CATALOG } from '../forms/catalog';
import type { FormCode } from '../forms/form-code';
import type { SignerRole } from '../forms/placed-field';
import type { ClientDirectory } from './client-directory';
import type { DocumentIssue, DocumentRecipient } from './document-row';

/** Who receives the document: the client alone, at the client's own address. Each adult has their own envelope. */
export function recipientsOf(client: LocalClient, form: FormCode | null): DocumentRecipient[] {
  return [
    {
      clientId: client.id,
      role: roleOf(client, form),
      name: client.name.full,
      email: client.email,
      language: client.language ?? 'fr',
    },
  ];
}

export function recipientIssues(client: LocalClient, directory: ClientDirectory): DocumentIssue[] {
  if (client.email === null) return [{ code: 'no-email', severity: 'check' }];
  const shared = directory.sharing(client.email).some((other) => other.id !== client.id);
  return shared ? [{ code: 'shared-email', severity: 'note' }] : [];
}

function roleOf(client: LocalClient, form: FormCode | null): SignerRole {
  const [signer] = form === null ? [] : FORM_CATALOG[form].signers;
  if (signer !== undefined) return signer;
  return client.kind === 'individual' ? 'taxpayer' : client.kind === 'corporation' ? 'officer' : 'representative';
}
