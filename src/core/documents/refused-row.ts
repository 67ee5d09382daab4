import type { AppError } from '../app-error';
import type { RowId } from '../ids';
import type { DocumentRow } from './document-row';
import type { PdfTraits } from './pdf-traits';

/** A file that is not read any further, with its reason; the rest of the batch goes on. */
export const refusedRow = (
  id: RowId,
  sourceName: string,
  size: number,
  refusal: AppError,
  traits: PdfTraits | null = null,
): DocumentRow => ({
  id,
  sourceName,
  size,
  status: 'refused',
  naming: null,
  client: null,
  candidates: [],
  recipients: [],
  form: null,
  taxYear: null,
  pages: [],
  placement: { kind: 'unplaced', reason: 'no-layout' },
  concordance: { grade: 'none', evidence: [] },
  issues: [],
  refusal,
  ...(traits === null ? {} : { file: { traits, locked: false } }),
});
