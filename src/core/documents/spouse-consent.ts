import type { LocalClient } from '../clients/client';
import { isMinor } from '../clients/minor';
import { addressKey } from '../envelopes/address-key';
import { FORM_CATALOG } from '../forms/catalog';
import type { FormCode } from '../forms/form-code';
import type { LocalClientId } from '../ids';
import type { ClientDirectory } from './client-directory';
import type { DocumentRecipient } from './document-row';
import { areSeparated, isSameHousehold } from './same-household';

/** How the consent was given: on paper, by e-mail, or in person at the office. */
export type ConsentWay = 'written' | 'e-mail' | 'in-person';
export const CONSENT_WAYS: readonly ConsentWay[] = ['written', 'e-mail', 'in-person'];

/** `client` agrees that their copies reach `spouse`; never the other way round without a consent of its own. */
export interface SpouseConsent {
  readonly client: LocalClientId;
  readonly spouse: LocalClientId;
  readonly how: ConsentWay;
  /** The day it was given, ISO date. */
  readonly on: string;
  /** Who at the office received it. */
  readonly by: string;
}

/** The newer takes the place of what the same client said before. */
export const withConsent = (kept: readonly SpouseConsent[], consent: SpouseConsent): readonly SpouseConsent[] => [
  ...withoutConsent(kept, consent.client),
  consent,
];

export const withoutConsent = (kept: readonly SpouseConsent[], client: LocalClientId): readonly SpouseConsent[] =>
  kept.filter((consent) => consent.client !== client);

/**
 * The one able adult whom a client may let receive their copies: the other head or spouse of the household, who has an
 * address of their own that is not in doubt. `null`: separated, dead, represented, or more than one in question.
 */
export function spouseOf(client: LocalClient, directory: ClientDirectory, onDay: string): LocalClient | null {
  if (!isAbleAdult(client, onDay) || client.emailHeld !== undefined) return null;
  const spouses = directory.clients.filter(
    (other) =>
      other.id !== client.id &&
      isSameHousehold(client, other) &&
      // A grown child may share the household's number.
      (client.relation === 'spouse') !== (other.relation === 'spouse') &&
      isAbleAdult(other, onDay),
  );
  const [spouse] = spouses;
  if (spouse === undefined || spouses.length > 1) return null;
  return spouse.email === null || spouse.emailHeld !== undefined || isSharedAddress(client, spouse) ? null : spouse;
}

/** A paper that somebody signs is theirs alone to receive; a copy may go further. */
export const isCopy = (form: FormCode | null): boolean =>
  form !== null && FORM_CATALOG[form].purpose === 'consultation';

/** Who receives a client's copy: the client where they have an address, and the spouse to whom they consented. */
export function recipientsWithConsent(
  own: readonly DocumentRecipient[],
  client: LocalClient,
  spouse: LocalClient | null,
  consents: readonly SpouseConsent[],
): readonly DocumentRecipient[] {
  if (spouse === null || spouse.email === null || !hasConsented(client, spouse, consents)) return own;
  const { id, name, email, language } = spouse;
  return [
    ...own.filter((recipient) => recipient.email !== null),
    { clientId: id, role: 'spouse', name: name.full, email, language: language ?? 'fr' },
  ];
}

export const hasConsented = (
  client: Pick<LocalClient, 'id'>,
  spouse: Pick<LocalClient, 'id'>,
  consents: readonly SpouseConsent[],
): boolean => consents.some((consent) => consent.client === client.id && consent.spouse === spouse.id);

/** True unless a spouse would receive it without a consent that still stands. */
export const isConsented = (
  { clientId, recipients }: { readonly clientId: LocalClientId; readonly recipients: readonly DocumentRecipient[] },
  consents: readonly SpouseConsent[],
): boolean =>
  recipients.every(
    (recipient) =>
      recipient.role !== 'spouse' ||
      recipient.clientId === clientId ||
      hasConsented({ id: clientId }, { id: recipient.clientId }, consents),
  );

const isAbleAdult = (client: LocalClient, onDay: string): boolean =>
  client.kind === 'individual' &&
  client.relation !== 'dependant' &&
  client.representative === null &&
  !client.deceased &&
  !areSeparated(client) &&
  !isMinor(client, onDay);

/** What reaches one reaches the other already, under the second factor of each. */
const isSharedAddress = ({ email }: LocalClient, spouse: LocalClient): boolean =>
  email !== null && spouse.email !== null && addressKey(email) === addressKey(spouse.email);
