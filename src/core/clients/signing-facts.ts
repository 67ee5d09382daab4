export type MaritalStatus = 'single' | 'married' | 'common-law' | 'separated' | 'divorced' | 'widowed';

/** Someone who signs for a client: a corporation's officer, a liquidator, a tutor, a trustee. */
export interface Signatory {
  readonly name: string;
  /** As the list writes it: « présidente », « liquidateur ». */
  readonly title: string | null;
  readonly email: string | null;
}

/** What a list says of who may sign, and when: kept sealed, never sent as such. */
export interface SigningFacts {
  readonly maritalStatus: MaritalStatus | null;
  /** True too when the list says « décédé » without a date. */
  readonly deceased: boolean;
  /** ISO date. */
  readonly deathDate: string | null;
  readonly representative: Signatory | null;
  /** The signing officer of a corporation. */
  readonly officer: Signatory | null;
  /** `T` and seven or eight digits. */
  readonly trustAccount: string | null;
  /** Day of the year on which the fiscal year ends, « 12-31 »; the 29th of February is « 02-28 ». */
  readonly yearEnd: string | null;
}

export const NO_SIGNING_FACTS: SigningFacts = {
  maritalStatus: null,
  deceased: false,
  deathDate: null,
  representative: null,
  officer: null,
  trustAccount: null,
  yearEnd: null,
};
