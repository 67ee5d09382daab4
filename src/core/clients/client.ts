import type { LocalClientId, ServerClientId } from '../ids';
import type { Language } from '../language';
import type { SigningFacts } from './signing-facts';
import type { KeptValues } from './field-policy';

export type ClientKind = 'individual' | 'corporation' | 'trust';
export type Software = 'dt-max' | 'taxprep';
export type ClientType = 'individuals' | 'corporations';

/** `full` is always filled (« Prénom Nom » or the legal name); the parts only where the source told them apart. */
export interface ClientName {
  readonly full: string;
  readonly first: string | null;
  readonly last: string | null;
}

/** Canadian unless `country` says otherwise. `province` is the two-letter code, `postalCode` is « A1A 1A1 ». */
export interface PostalAddress {
  readonly street: string | null;
  readonly unit: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

export type HouseholdRelation = 'head' | 'spouse' | 'dependant';

/** What a client list says of one client, after the rules of `read-row`: normalised, `null` where the list is silent. */
export interface ImportedClient extends SigningFacts {
  readonly kind: ClientKind;
  /** The tax software's client number. Spouses may share one. */
  readonly clientNumber: string | null;
  readonly name: ClientName;
  /** 9 digits, no separator. `null` also for `000000000` (« NAS absent »). */
  readonly sin: string | null;
  /** 9 digits; the program account (`RC0001`) apart. */
  readonly businessNumber: string | null;
  readonly programAccount: string | null;
  /** Quebec enterprise number, 10 digits. */
  readonly enterpriseNumber: string | null;
  /** ISO date, yyyy-mm-dd. */
  readonly birthDate: string | null;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly address: PostalAddress;
  readonly language: Language | null;
  /** The account manager's name as the file writes it. */
  readonly accountManager: string | null;
  /** Same value for the people of one return family within one file; `null` when alone. */
  readonly household: string | null;
  readonly relation: HouseholdRelation | null;
}

/** A client as this workstation keeps it, sealed. `serverId` is apart, in the client links (see `store`). */
export interface LocalClient extends ImportedClient {
  readonly id: LocalClientId;
  /** The `code` it has, or will have, in GEM-BOOKS. */
  readonly code: string;
  /** Values of lists that « Garder GEM-BOOKS » turned away. */
  readonly kept?: KeptValues;
  /** A list's address that would replace `email` (GEM-BOOKS's own), undecided: no envelope leaves to either. */
  readonly emailHeld?: string;
  /** GEM-BOOKS's address that « Prendre le fichier » replaced by `email`: not asked again until either is another. */
  readonly emailReplaced?: string;
}

/** A client as GEM-BOOKS tells it: the documented fields, plus what our extension adds where it is there. */
export interface ServerClient {
  readonly id: ServerClientId;
  readonly code: string;
  readonly name: string;
  readonly inactive: boolean;
  readonly email: string;
  readonly address: string;
  readonly address2: string;
  readonly city: string;
  readonly state: string;
  readonly zipcode: string;
  readonly phone: string;
  /** Extension only; `null` without it. */
  readonly language: Language | null;
  readonly accountManagerId: string | null;
  /** Invitation of its address: extension only; `unknown` without it. */
  readonly invitation: 'none' | 'invited' | 'connected' | 'unknown';
}
