/** Everything here is fictitious: the people, numbers and returns of a generated office. Nothing comes from the product's code. */

/** A string drawn at one go, as a print driver does: `x`, `y` is the start of its baseline, points, origin bottom left. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
}

export interface OfficePerson {
  readonly key: string;
  readonly kind: 'individual' | 'corporation' | 'trust';
  readonly number: string | null;
  /** Empty for a corporation or trust, whose name is `last`. */
  readonly first: string;
  readonly last: string;
  readonly sin: string | null;
  readonly businessNumber: string | null;
  readonly email: string | null;
  readonly birthDate: string | null;
  readonly street: string;
  readonly city: string;
  /** Today's address; `yearEndProvince` is where they lived on 31 December of the tax year. */
  readonly province: string;
  readonly postalCode: string;
  readonly yearEndProvince: string;
  readonly language: 'fr' | 'en';
  readonly household: string | null;
  readonly relation: 'head' | 'spouse' | 'dependant' | null;
  readonly spouse: string | null;
  readonly separated: boolean;
  /** Who stands for them, when they cannot sign. */
  readonly capacity: 'able' | 'deceased' | 'minor' | 'incapable' | 'bankrupt';
  readonly representative: { readonly name: string; readonly email: string | null } | null;
  /** Key of the person who owns and directs a corporation, or is trustee. */
  readonly officer: string | null;
  /** Printed on returns, absent from the client list. */
  readonly listed: boolean;
  /** The list leaves the SIN blank although returns print it. */
  readonly sinInList: boolean;
}

export type Identifier = 'full' | 'masked' | 'name-only' | 'nothing';

export type FaultKind =
  | 'wrong-name-on-file'
  | 'swapped-files'
  | 'swapped-twins'
  | 'swapped-homonyms'
  | 'masked-collision'
  | 'shifted-run'
  | 'foreign-page'
  | 'foreign-page-in-t2'
  | 'foreign-schedule'
  | 'foreign-slip'
  | 'foreign-company-page'
  | 'swapped-companies'
  | 'swapped-letters'
  | 'other-client-sin'
  | 'unknown-sin'
  | 'spouse-return'
  | 'spouse-page'
  | 'separated-spouse-sin'
  | 'owner-return-for-company'
  | 'not-in-list'
  | 'homonym-not-in-list'
  | 'wrong-year'
  | 'prior-year-return'
  | 'wrong-form'
  | 'quebec-form-for-ontario'
  | 'internal-page'
  | 'duplicate'
  | 'second-version'
  | 'needs-new-signature';

export interface GeneratedFile {
  readonly path: string;
  readonly pages: readonly DrawnPage[];
  readonly form: string;
  /** Whose document this is; `null` when it is nobody's of the list, or of several: it must not be sent to anyone. */
  readonly owner: string | null;
  readonly identifier: Identifier;
  readonly fault: FaultKind | null;
  /** Addresses at which the owner's copy may arrive. */
  readonly addresses: readonly string[];
}

export interface GeneratedBatch {
  readonly files: readonly GeneratedFile[];
  /** What the technician chose: a document type, or `by-content`. */
  readonly choice: string;
  readonly naming: 'detect' | 'N9';
  readonly template: string | null;
  readonly taxYear: number;
  /** Names slid against contents somewhere in it: the batch must stop. */
  readonly shifted: boolean;
}

/** A form signed earlier this season, as the office's memory of it. */
export interface EarlierSignature {
  /** The batch before which it was signed, from 0; the others came earlier. */
  readonly batch: number;
  readonly person: string;
  readonly form: string;
  readonly taxYear: number;
  /** Dollars; a balance owing is negative. */
  readonly refund: number;
}

export interface GeneratedOffice {
  readonly seed: number;
  readonly people: readonly OfficePerson[];
  readonly batches: readonly GeneratedBatch[];
  readonly signed: readonly EarlierSignature[];
}
