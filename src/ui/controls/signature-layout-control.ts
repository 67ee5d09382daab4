import type { OfficeLayout } from '../../core/forms/office-layout';
import type { Result } from '../../core/result';

/** « Gabarits de signature » that this office moved; sealed here. */
export interface SignatureLayoutControl {
  all(): Promise<Result<readonly OfficeLayout[]>>;
  save(layout: OfficeLayout): Promise<Result<null>>;
  forget(layout: OfficeLayout): Promise<Result<null>>;
  /** JSON for the office's other workstations. */
  exportText(): Promise<Result<string>>;
  importText(text: string): Promise<Result<null>>;
}
