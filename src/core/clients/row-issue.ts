/** A problem of one row: shown in the preview, fixable in place. Many per row; none stops the other rows. */
export type RowIssueCode =
  | 'sin-luhn'
  | 'sin-absent'
  | 'sin-malformed'
  | 'sin-masked'
  | 'sin-zero-restored'
  | 'sin-duplicate'
  | 'bn-luhn'
  | 'bn-malformed'
  | 'bn-zero-restored'
  | 'neq-malformed'
  | 'trust-account-malformed'
  | 'name-missing'
  | 'email-malformed'
  | 'email-missing'
  | 'email-several'
  | 'email-tidied'
  | 'email-doubtful'
  | 'email-shared'
  | 'email-replaced'
  | 'phone-malformed'
  | 'postal-code-malformed'
  | 'postal-code-restored'
  | 'date-malformed'
  | 'year-end-malformed'
  | 'marital-status-unknown'
  | 'deceased'
  | 'dependant-not-invited'
  | 'language-unknown'
  | 'manager-unknown'
  | 'code-taken'
  | 'duplicate-row'
  | 'merged-row'
  | 'near-name'
  | 'several-matches'
  | 'household-inherited';

/** `error` keeps the row out of the batch; `check` asks for a decision; `warning` and `note` only say. */
export type RowIssueSeverity = 'error' | 'check' | 'warning' | 'note';

export interface RowIssue {
  readonly code: RowIssueCode;
  readonly severity: RowIssueSeverity;
  /** The field it is about, when there is one. */
  readonly field?: string;
}
