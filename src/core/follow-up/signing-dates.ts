import type { SignerRole } from '../forms/placed-field';
import type { ServerClientId } from '../ids';
import type { FollowedEnvelope } from './followed-envelope';

/** One signature, as it is keyed into DT Max or Taxprep. */
export interface SigningDate {
  readonly envelope: string;
  readonly client: ServerClientId;
  readonly formCode: string;
  readonly taxYear: number;
  readonly signer: string;
  readonly role: SignerRole;
  /** RFC 3339. */
  readonly signedAt: string;
}

/** Every signature given, per form and signer, latest first. A voided envelope's count for nothing. */
export function signingDates(envelopes: readonly FollowedEnvelope[]): readonly SigningDate[] {
  return envelopes
    .filter(({ status }) => status !== 'voided')
    .flatMap((envelope) =>
      envelope.recipients.flatMap(({ id, name, role, signedAt }) =>
        signedAt === null
          ? []
          : envelope.documents
              .filter(({ signers }) => signers.includes(id))
              .map(({ formCode, taxYear }) => ({
                envelope: envelope.id,
                client: envelope.client,
                formCode,
                taxYear,
                signer: name,
                role,
                signedAt,
              })),
      ),
    )
    .sort((a, b) => Date.parse(b.signedAt) - Date.parse(a.signedAt));
}
