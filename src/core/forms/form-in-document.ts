import type { PageText } from '../documents/page-text';
import type { FormSighting } from './detect-form';
import type { FormCode } from './form-code';
import type { FormLayout } from './form-layout';
import { pagesOfForm } from './pages-of-form';

/** One form within a document, recognised there or only chosen. */
export interface FormInDocument {
  readonly form: FormCode;
  /** `null`: not known. */
  readonly taxYear: number | null;
  /** The document's, all. */
  readonly pages: readonly PageText[];
  /** Every form recognised, page by page. */
  readonly forms: readonly FormSighting[];
  /** Pages on which this one was recognised, from 1; empty when it was only chosen. */
  readonly seen: readonly number[];
}

export const firstPageOf = ({ seen }: Pick<FormInDocument, 'seen'>): number => seen[0] ?? 1;

/** The pages that are the form's; all of them when it was only chosen. */
export function ownPages(
  { form, pages, forms, seen }: Omit<FormInDocument, 'taxYear'>,
  { pages: length }: FormLayout,
): readonly PageText[] {
  if (seen.length === 0) return pages;
  const others = forms.filter((sighting) => sighting.form !== form).map(({ page }) => page);
  return pagesOfForm(pages, seen, others, length);
}
