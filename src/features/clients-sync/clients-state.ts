import type { AppError } from '../../core/app-error';
import type { PlanStatus, PlanSummary } from '../../core/clients/upsert-plan';
import type { BatchId } from '../../core/ids';
import type { WorkProgress } from '../../ui/remaining-time';
import type { SourceDiagnosis } from '../../worker-bridge/clients-worker-api';
import type { ClientsForm } from './clients-form';

export type ClientsState =
  | { readonly kind: 'idle'; readonly cancelled: boolean }
  | ({ readonly kind: 'reading' } & WorkProgress)
  | {
      readonly kind: 'preview';
      readonly diagnosis: SourceDiagnosis;
      readonly summary: PlanSummary;
      readonly form: ClientsForm;
      /** Why the last Importer did not go through; the preview stays. */
      readonly failure: AppError | null;
    }
  | { readonly kind: 'importing' }
  | { readonly kind: 'imported'; readonly batch: BatchId }
  | { readonly kind: 'failed'; readonly error: AppError };

export type ClientsFilter = PlanStatus | 'all';
