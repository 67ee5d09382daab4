import { detectForms } from '../forms/detect-form';
import type { FormSighting } from '../forms/detect-form';
import { findTaxYear } from './find-tax-year';
import { isInternalPage } from './internal-page';
import { pageWords } from './name-on-page';
import type { PageWords } from './name-on-page';
import { pageIdentifiers } from './page-identifiers';
import type { PageIdentifiers } from './page-identifiers';
import type { PageText } from './page-text';

/** Everything a document's text says, before anyone asks whose it is. Lives as long as its document. */
export interface DocumentFacts {
  readonly pages: readonly PageText[];
  readonly words: readonly PageWords[];
  readonly identifiers: readonly PageIdentifiers[];
  readonly forms: readonly FormSighting[];
  readonly taxYear: number | null;
  readonly internalPages: readonly number[];
  /** False for a scan. */
  readonly hasText: boolean;
}

export function documentFacts(pages: readonly PageText[]): DocumentFacts {
  const forms = detectForms(pages);
  return {
    pages,
    words: pages.map(pageWords),
    identifiers: pages.map(pageIdentifiers),
    forms,
    taxYear: findTaxYear(pages, forms),
    internalPages: pages.filter(isInternalPage).map((page) => page.page),
    hasText: pages.some((page) => page.lines.length > 0),
  };
}
