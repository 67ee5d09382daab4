import type { RowId, ServerClientId, LocalClientId } from '../ids';
import type { WithheldChange } from './field-policy';
import type { ImportedClient } from './client';
import type { RowIssue } from './row-issue';

/** One filter of the Aperçu each: À créer, À mettre à jour, Inchangés, À vérifier, En erreur, Conflits. */
export const PLAN_STATUSES = ['create', 'update', 'unchanged', 'check', 'error', 'conflict'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** Why a row and a GEM-BOOKS client are held to be one person; equal and unique, or not at all. */
export type LinkBasis =
  'office-index' | 'code-and-name' | 'name-and-email' | 'name-and-postal-code' | 'name-and-phone' | 'chosen';

export interface ClientLink {
  readonly serverId: ServerClientId;
  readonly basis: LinkBasis;
}

/** The fields an update can carry, by the route that can carry them. */
export type DocumentedField = 'address' | 'address2' | 'city' | 'state' | 'zipcode' | 'phone';
export type ExtensionField = 'name' | 'email' | 'language';
export type UpdatableField = DocumentedField | ExtensionField;

export interface FieldChange {
  readonly field: UpdatableField;
  readonly before: string;
  readonly after: string;
}

/** What the plan proposes for the row's address: at most one invitation per address, whoever asks. */
export type InvitationPlan =
  | 'invite'
  | 'with-another-row'
  | 'already-invited'
  | 'no-email'
  | 'unavailable'
  | 'not-new'
  /** Somebody else signs: a minor, a deceased. */
  | 'represented';

/** A GEM-BOOKS client offered to the technician when the row is to be checked. */
export interface LinkCandidate {
  readonly serverId: ServerClientId;
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly email: string;
  readonly address: string;
  readonly zipcode: string;
  readonly phone: string;
  /** What the row would change in it, were it chosen. */
  readonly changes: readonly FieldChange[];
}

/** A field changed both here and in GEM-BOOKS since the last import; `known` is what both held then. */
export interface FieldConflict {
  readonly field: UpdatableField;
  readonly known: string;
}

export interface PlanRow {
  readonly id: RowId;
  /** 1-based line or sheet row of the source. */
  readonly sourceRow: number;
  readonly status: PlanStatus;
  readonly client: ImportedClient;
  readonly localId: LocalClientId;
  /** The `code` to create with, or the one it has. */
  readonly code: string;
  readonly link: ClientLink | null;
  readonly changes: readonly FieldChange[];
  /** Changes that no route of this server carries (name, e-mail without the extension): « À corriger dans GEM-BOOKS ». */
  readonly byHand?: readonly FieldChange[];
  readonly issues: readonly RowIssue[];
  readonly candidates: readonly LinkCandidate[];
  readonly invitation: InvitationPlan;
  /** Differences that are not proposed: a locked field, or GEM-BOOKS's value kept earlier. */
  readonly withheld?: readonly WithheldChange[];
  /** Its replaced e-mail was decided by an earlier import. */
  readonly emailDecided?: true;
  /** Of a conflict: its fields, with what both sides held at the last import. */
  readonly conflicts?: readonly FieldConflict[];
  /** The other row of the same person, or the one that this row was merged into. */
  readonly twin?: RowId;
  readonly merged?: true;
  /** The client, or something about it, is not on this workstation yet: importing the row has a use even without a change. */
  readonly keeps?: true;
  /** A cell of it was corrected here. */
  readonly edited?: true;
}

export interface PlanSummary {
  readonly counts: Readonly<Record<PlanStatus, number>>;
  /** Addresses that will receive an invitation, each once. */
  readonly invitations: number;
  readonly withoutEmail: number;
}

export type PlanMode = 'create-and-update' | 'create-only' | 'update-only';
