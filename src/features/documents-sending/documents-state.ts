import { appError } from '../../core/app-error';
import type { AppError } from '../../core/app-error';
import type { DocumentRow, DocumentStatus } from '../../core/documents/document-row';
import type { BatchId } from '../../core/ids';
import type { DocumentsImport } from '../../ui/controls/documents-import';
import type { WorkProgress } from '../../ui/remaining-time';
import type { DocumentsSummary } from '../../worker-bridge/documents-worker-api';
import type { DocumentsForm } from './documents-form';

/** Where one run of Envois des documents stands: form → reading → preview → importing → imported. */
export type DocumentsState =
  | { readonly kind: 'idle'; readonly cancelled: boolean }
  | ({ readonly kind: 'reading' } & WorkProgress)
  | {
      readonly kind: 'preview';
      readonly summary: DocumentsSummary;
      readonly form: DocumentsForm;
      /** Why the last Importer or decision did not go through; the preview stays. */
      readonly failure: AppError | null;
    }
  | ({ readonly kind: 'importing' } & WorkProgress)
  | {
      readonly kind: 'imported';
      readonly batch: BatchId;
      readonly envelopes: number;
      readonly refused: readonly DocumentRow[];
    }
  | { readonly kind: 'failed'; readonly error: AppError };

export type DocumentsFilter = DocumentStatus | 'all';

type ImportOutcome = Extract<Awaited<ReturnType<DocumentsImport['importAll']>>, { readonly ok: true }>['value'];

/** What no envelope can carry is said with what could not be prepared: neither left. */
export function importedState(rows: readonly DocumentRow[], outcome: ImportOutcome): DocumentsState {
  const { batch, envelopes, refused, leftOut } = outcome;
  const homeless = rows
    .filter(({ id }) => leftOut.includes(id))
    .map((row): DocumentRow => ({ ...row, status: 'refused', refusal: appError('batch/no-recipient') }));
  return { kind: 'imported', batch, envelopes, refused: [...refused, ...homeless] };
}
