import type { AppError } from '../core/app-error';
import type { PageBox } from '../core/documents/document-row';
import type { FormCode } from '../core/forms/form-code';
import type { OfficeLayout } from '../core/forms/office-layout';
import type { PlacedField, Placement } from '../core/forms/placed-field';
import type { SurveyedLayout } from '../core/forms/survey-layouts';
import type { LayoutTrial } from '../core/forms/try-layout';
import type { Result } from '../core/result';

/** A form on the bench: what was recognised in it. Its text stays in the worker. */
export interface BenchForm {
  readonly pages: readonly PageBox[];
  /** Forms recognised, in the order of their pages. */
  readonly forms: readonly FormCode[];
  readonly taxYear: number | null;
}

/** The form and year that its layouts are asked for. */
export interface BenchChoice {
  readonly form: FormCode;
  readonly taxYear: number;
}

export interface FormSurvey {
  /** Where a batch would put this form's fields today. */
  readonly current: Placement;
  readonly layouts: readonly SurveyedLayout[];
}

/** A layout, as fields on the form that lies on the bench, in user space. */
export interface BenchLayout extends BenchChoice {
  readonly fields: readonly PlacedField[];
}

/** One document that a layout was tried on. */
export interface TriedDocument {
  /** For `benchImage`. */
  readonly index: number;
  readonly name: string;
  readonly pages: readonly PageBox[];
  readonly trial: LayoutTrial;
  /** Set when it could not be read. */
  readonly refusal: AppError | null;
}

/**
 * The half of `workers/documents.worker.ts` behind the coordinate workbench: needs no vault, writes nothing. Answers
 * `layout/no-form` before a form was opened.
 */
export interface LayoutBenchApi {
  /** Opens a blank or filled form; an XFA one too, since nothing of it leaves. Errors: those of reading. */
  openForm(file: File): Promise<Result<BenchForm>>;
  surveyForm(choice: BenchChoice, offices: readonly OfficeLayout[]): Promise<Result<FormSurvey>>;
  /** What the office keeps of these places. Errors: `layout/outside-page`. */
  learnLayout(layout: BenchLayout): Promise<Result<OfficeLayout>>;
  /** One ZIP or PDFs; each document is sent as it was read. */
  tryLayout(
    layout: BenchLayout,
    files: readonly File[],
    onTried: (tried: TriedDocument, done: number, total: number) => void,
  ): Promise<Result<null>>;
  /**
   * A page of the form (`null`) or of a document that the layout was tried on. `scale` 1 = 72 dpi. Transfers the bitmap.
   * @param drawing as for `pageImage`.
   */
  benchImage(document: number | null, page: number, scale: number, drawing?: number): Promise<Result<ImageBitmap>>;
  /** Nobody waits for this page any more. */
  stopDrawing(drawing: number): Promise<void>;
}
