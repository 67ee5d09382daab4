import { documentFacts } from '../../../src/core/documents/document-facts';
import type { PageText } from '../../../src/core/documents/page-text';
import { maskSin } from '../../../src/core/identifiers/masking';

/** What a document says, fit for a report: numbers of persons and organisations by their last three digits. */
export function maskedFacts(pages: readonly PageText[]) {
  const facts = documentFacts(pages);
  return {
    hasText: facts.hasText,
    scannedPages: facts.scannedPages,
    forms: facts.forms.map(({ form, page }) => ({ form, page })),
    taxYear: facts.taxYear,
    periodEnd: facts.periodEnd,
    returnKind: facts.returnKind,
    yearEndProvince: facts.yearEndProvince,
    internalPages: facts.internalPages,
    identifiers: facts.identifiers.flatMap(({ page, sins, businessNumbers }) => [
      ...sins
        .filter(({ plausible }) => plausible)
        .map(({ digits, masked, party }) => ({
          page,
          kind: 'sin',
          value: maskSin(digits),
          printedMasked: masked,
          party,
        })),
      ...businessNumbers.map((digits) => ({ page, kind: 'bn', value: maskSin(digits) })),
    ]),
  };
}
