import type { OfficeNaming } from '../../core/documents/nomenclature/office-naming';
import type { Result } from '../../core/result';

/** « Nomenclature du bureau »: one per type of document, sealed here. */
export interface OfficeNamingControl {
  all(): Promise<Result<readonly OfficeNaming[]>>;
  /** Errors: `naming/unknown-token`, `naming/names-nobody`, `naming/ambiguous`. */
  save(naming: OfficeNaming): Promise<Result<null>>;
  forget(form: OfficeNaming['form']): Promise<Result<null>>;
}
