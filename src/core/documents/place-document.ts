import { FORM_CATALOG } from '../forms/catalog';
import type { FormCode } from '../forms/form-code';
import { ownPages } from '../forms/form-in-document';
import { FORM_LAYOUTS } from '../forms/layouts';
import { isSameOfficeLayout, placeByOffice, printOf } from '../forms/office-layout';
import type { OfficeLayout } from '../forms/office-layout';
import { placeFields } from '../forms/place-fields';
import type { Placement } from '../forms/placed-field';
import type { DocumentFacts } from './document-facts';

/**
 * Where a document's fields go: the office's own layout of its form, year and print where there is one, else the
 * product's. `formPages`: pages on which the form was recognised; empty when it was only chosen.
 */
export function placeDocument(
  form: FormCode | null,
  facts: Pick<DocumentFacts, 'pages' | 'forms'>,
  taxYear: number | null,
  formPages: readonly number[],
  offices: readonly OfficeLayout[] = [],
): Placement {
  if (form === null) return { kind: 'unplaced', reason: 'no-layout' };
  const first = formPages[0] ?? 1;
  const office = taxYear === null ? undefined : officeLayoutFor(form, taxYear, facts.pages, first, offices);
  if (office) return placeByOffice(office, facts.pages, first);
  if (FORM_CATALOG[form].purpose === 'consultation') return { kind: 'none-needed' };
  const layout = FORM_LAYOUTS[form];
  if (layout === undefined) return { kind: 'unplaced', reason: 'no-layout' };
  // A form that was chosen but never seen in the text may be anything: no table is trusted for it.
  if (formPages.length === 0) return placeFields(layout, facts.pages, null);
  return placeFields(
    layout,
    ownPages({ form, seen: formPages, pages: facts.pages, forms: facts.forms }, layout),
    taxYear,
  );
}

function officeLayoutFor(
  form: FormCode,
  taxYear: number,
  pages: DocumentFacts['pages'],
  first: number,
  offices: readonly OfficeLayout[],
): OfficeLayout | undefined {
  const print = offices.length === 0 ? null : printOf(pages, first);
  return print === null ? undefined : offices.find((known) => isSameOfficeLayout(known, { form, taxYear, print }));
}
