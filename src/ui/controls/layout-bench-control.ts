import type { Result } from '../../core/result';
import type {
  BenchChoice,
  BenchForm,
  BenchLayout,
  FormSurvey,
  TriedDocument,
} from '../../worker-bridge/layout-bench-api';

/** The coordinate workbench: one form at a time, read and drawn in a worker, never stored or sent. */
export interface LayoutBenchControl {
  open(file: File): Promise<Result<BenchForm>>;
  /** Errors: `layout/no-form` before a form was opened. */
  survey(choice: BenchChoice): Promise<Result<FormSurvey>>;
  /** As the office's layout of that form, year and print. Errors: `layout/outside-page`. */
  keep(layout: BenchLayout): Promise<Result<null>>;
  /** One ZIP or PDFs; each document is told as it was read. */
  tryOn(
    layout: BenchLayout,
    files: readonly File[],
    onTried: (tried: TriedDocument, done: number, total: number) => void,
  ): Promise<Result<null>>;
  /** A page of the form (`null`), or of a document it was tried on. Once `signal` is aborted: `worker/aborted`. */
  image(document: number | null, page: number, scale: number, signal: AbortSignal): Promise<Result<ImageBitmap>>;
  /** Lets everything go. */
  close(): void;
}
