import type { AppError } from '../../src/core/app-error';
import type { PdfTraits } from '../../src/core/documents/pdf-traits';
import { refusedRow } from '../../src/core/documents/refused-row';
import type { RowId } from '../../src/core/ids';
import type { ArchiveDocument } from '../archive/read-archive';
import type { BatchItem } from './batch-item';

const UNREAD = {
  yearEndProvince: null,
  resigns: false,
  refund: null,
  signed: false,
  locked: false,
  witness: { named: null, shown: null },
  filing: null,
  digest: null,
  assigned: null,
  trimmed: false,
  overridden: false,
  deliveryKey: null,
  numberShown: null,
} as const;

/** As far as the document was read before it was refused. */
interface ReadSoFar {
  readonly password?: string | null;
  readonly sha256?: string;
  /** Bytes; its source's where it was not read at all. */
  readonly size?: number;
  readonly traits?: PdfTraits | null;
}

/** A document of which nothing is known but why it is refused. */
export function refusedItem(
  id: RowId,
  source: ArchiveDocument,
  refusal: AppError,
  { password = null, sha256 = '', size = source.size, traits = null }: ReadSoFar = {},
): BatchItem {
  return { ...UNREAD, source, password, sha256, row: refusedRow(id, source.name, size, refusal, traits) };
}
