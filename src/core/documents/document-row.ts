import type { AppError } from '../app-error';
import type { FormCode } from '../forms/form-code';
import type { Placement, SignerRole } from '../forms/placed-field';
import type { LocalClientId, RowId } from '../ids';
import type { Language } from '../language';
import type { Rect } from './page-text';
import type { PdfTraits } from './pdf-traits';
import type { OfficeTemplate } from './nomenclature/office-template';

/** One filter of the Aperçu each: Prêts, À confirmer, À vérifier, Bloqués, Documents non associés, Déjà envoyés, Refusés. */
export type DocumentStatus = 'ready' | 'confirm' | 'check' | 'blocked' | 'unmatched' | 'already-sent' | 'refused';

/** N1 … N9 of the domain facts, §4. */
export type NamingCode = 'N1' | 'N2' | 'N3' | 'N4' | 'N5' | 'N6' | 'N7' | 'N8' | 'N9';

/** Strength of the three-way check, strongest first. `none`: nothing but a wish. */
export type ConcordanceGrade =
  'full' | 'masked' | 'name-and-postal-code' | 'name-and-client-number' | 'unique-name' | 'contradiction' | 'none';

/** One thing that speaks for, or against, the match; shown in words in both languages. Never holds the value itself. */
export interface Evidence {
  readonly code: EvidenceCode;
  readonly supports: boolean;
  /** Page of the document it was seen on, from 1; absent for the file name. */
  readonly page?: number;
}

export type EvidenceCode =
  | 'file-name-sin'
  | 'file-name-masked-sin'
  | 'file-name-client-number'
  | 'file-name-name'
  | 'content-sin'
  | 'content-masked-sin'
  | 'content-name'
  | 'content-postal-code'
  | 'content-client-number'
  | 'foreign-sin'
  | 'other-name-for-sin'
  | 'sin-seen-before'
  | 'two-clients-possible';

/** What must be said before sending, beside the identity. */
export type DocumentIssueCode =
  | 'wrong-year'
  | 'wrong-form'
  | 'year-unknown'
  | 'form-unknown'
  | 'no-text'
  | 'unplaced'
  | 'position-to-validate'
  | 'already-signed'
  | 'decrypted-copy'
  | 'changes-forbidden'
  | 'consultation-copy'
  | 'internal-page'
  | 'duplicate-in-batch'
  | 'version-elsewhere'
  | 'number-disputed'
  | 'no-email'
  | 'email-held'
  | 'shared-email'
  | 'representative-unknown'
  | 'client-not-synchronised'
  | 'spouse-missing'
  | 'not-quebec'
  | 'needs-new-signature';

export type IssueSeverity = 'block' | 'check' | 'note';

export interface DocumentIssue {
  readonly code: DocumentIssueCode;
  readonly severity: IssueSeverity;
  readonly page?: number;
}

export interface Concordance {
  readonly grade: ConcordanceGrade;
  readonly evidence: readonly Evidence[];
}

export interface DocumentRecipient {
  readonly clientId: LocalClientId;
  readonly role: SignerRole;
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
}

export interface PageBox {
  readonly width: number;
  readonly height: number;
  readonly rotation: 0 | 90 | 180 | 270;
  /** What is shown and printed of it, in user space; absent when that is the whole page from (0, 0). */
  readonly crop?: Rect;
}

/** Who delivered a document before: another workstation (`by` as the server names it), or this one's own outbox (`null`). */
export interface DeliveredBefore {
  readonly deliveryKey: string;
  /** ISO instant. */
  readonly at: string;
  readonly by: string | null;
  /** Prepared here for a person to put in GEM-BOOKS, and how far that has come: only `transmitted` is a delivery. */
  readonly byHand?: 'prepared' | 'exported' | 'transmitted';
  /** Federal refund in dollars that the document stated, a balance owing below zero; this workstation's own only. */
  readonly refund?: number;
}

/** One PDF of the batch, as the Aperçu shows it. Holds no byte and no SIN. */
export interface DocumentRow {
  readonly id: RowId;
  /** Entry path in the archive, or the loose file's name, sanitised for display. */
  readonly sourceName: string;
  readonly size: number;
  readonly status: DocumentStatus;
  readonly naming: NamingCode | null;
  readonly client: { readonly id: LocalClientId; readonly name: string } | null;
  /** `city` tells namesakes apart. */
  readonly candidates: readonly { readonly id: LocalClientId; readonly name: string; readonly city?: string | null }[];
  readonly recipients: readonly DocumentRecipient[];
  /** Of a copy nobody signs: the spouse who may receive it too, once the client has consented to that. */
  readonly spouse?: { readonly id: LocalClientId; readonly name: string; readonly consented: boolean };
  readonly form: FormCode | null;
  readonly taxYear: number | null;
  readonly pages: readonly PageBox[];
  readonly placement: Placement;
  /** First page on which the form was recognised, from 1; absent when the document was refused. */
  readonly formPage?: number;
  /** What the file is beside its pages; absent when it did not open. `locked`: by a password, which the office gave. */
  readonly file?: { readonly traits: PdfTraits; readonly locked: boolean };
  readonly concordance: Concordance;
  readonly issues: readonly DocumentIssue[];
  /** Set when `status` is `refused`. */
  readonly refusal: AppError | null;
  /** Set when `status` is `already-sent`. */
  readonly delivered?: Pick<DeliveredBefore, 'at' | 'by' | 'byHand'>;
}

/** What the technician chose before Aperçu. */
export interface DocumentOptions {
  /** `by-content` = « Selon le contenu ». */
  readonly form: FormCode | 'by-content';
  /** `detect` = « Détecter ». */
  readonly naming: NamingCode | 'detect';
  /** The office's own nomenclature, which N9 needs; « Détecter » tries it first. */
  readonly officeNaming?: OfficeTemplate;
  readonly taxYear: number;
}

/** A decision of the technician on one row. */
export type DocumentDecision =
  | { readonly kind: 'confirm' }
  | { readonly kind: 'set-aside'; readonly reason: string }
  | { readonly kind: 'assign'; readonly clientId: LocalClientId }
  /** Lifts a contradiction of the Concordance and nothing else; the typed reason is journalled. */
  | { readonly kind: 'override'; readonly reason: string }
  /** A copy for consultation leaves in its place, without the office's internal pages. */
  | { readonly kind: 'without-internal-pages' };
