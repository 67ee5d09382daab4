import { appError } from '../core/app-error';
import type { FollowedEnvelope } from '../core/follow-up/followed-envelope';
import { err } from '../core/result';
import type { Result } from '../core/result';
import type { ApiClient } from '../sync/api-client';
import { sha256 } from '../vault/digest';

export interface SignedCopyParts {
  readonly api: Pick<ApiClient, 'signedDocument'>;
}

/**
 * The signed PDF, believed only when it has the digest that its envelope names; `api/unexpected-answer` otherwise, and
 * for a document that nobody signed.
 */
export async function signedCopyOf(
  { api }: SignedCopyParts,
  envelopes: readonly FollowedEnvelope[],
  envelopeId: string,
  documentId: string,
  signal: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const envelope = envelopes.find(({ id }) => id === envelopeId);
  const signed = envelope?.documents.find(({ id }) => id === documentId)?.signed;
  if (!signed) return err(appError('api/unexpected-answer', { reason: 'not-signed' }));
  const copy = await api.signedDocument(envelopeId, documentId, signal);
  if (!copy.ok) return copy;
  return (await sha256(copy.value)) === signed.sha256
    ? copy
    : err(appError('api/unexpected-answer', { reason: 'wrong-digest' }));
}
