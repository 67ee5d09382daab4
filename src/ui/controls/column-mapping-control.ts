import type { ClientType, Software } from '../../core/clients/client';
import type { SavedMapping } from '../../core/clients/saved-mapping';
import type { ReadOverrides } from '../../core/clients/source-reading';
import type { Result } from '../../core/result';
import type { ListColumn } from '../../worker-bridge/clients-worker-api';

/** What this office said of the columns of its lists; sealed here. */
export interface ColumnMappingControl {
  /** `saved`: the office said what these columns are. */
  columns(request: {
    readonly file: File;
    readonly software: Software;
    readonly clientType: ClientType;
    readonly overrides?: ReadOverrides;
  }): Promise<Result<{ readonly columns: readonly ListColumn[]; readonly saved: boolean }>>;
  save(mapping: SavedMapping): Promise<Result<null>>;
  forget(mapping: SavedMapping): Promise<Result<null>>;
  /** How files of these columns are read is detected again; columns mapped by hand stay so. */
  forgetReading(mapping: SavedMapping): Promise<Result<null>>;
  /** JSON for the office's other workstations. */
  exportText(): Promise<Result<string>>;
  importText(text: string): Promise<Result<null>>;
}
