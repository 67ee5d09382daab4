import { FORM_CATALOG } from '../forms/catalog';
import type { FormCode } from '../forms/form-code';
import { FORM_LAYOUTS } from '../forms/layouts';
import { pagesOfForm } from '../forms/pages-of-form';
import { placeFields } from '../forms/place-fields';
import type { Placement } from '../forms/placed-field';
import type { DocumentFacts } from './document-facts';

/** Where a document's fields go. `formPages`: pages on which the form was recognised; empty when it was only chosen. */
export function placeDocument(
  form: FormCode | null,
  facts: Pick<DocumentFacts, 'pages' | 'forms'>,
  taxYear: number | null,
  formPages: readonly number[],
): Placement {
  if (form === null) return { kind: 'unplaced', reason: 'no-layout' };
  if (FORM_CATALOG[form].purpose === 'consultation') return { kind: 'none-needed' };
  const layout = FORM_LAYOUTS[form];
  if (layout === undefined) return { kind: 'unplaced', reason: 'no-layout' };
  // A form that was chosen but never seen in the text may be anything: no table is trusted for it.
  if (formPages.length === 0) return placeFields(layout, facts.pages, null);
  const others = facts.forms.filter((sighting) => sighting.form !== form).map(({ page }) => page);
  return placeFields(layout, pagesOfForm(facts.pages, formPages, others, layout.pages), taxYear);
}
