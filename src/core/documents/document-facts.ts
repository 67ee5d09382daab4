import { detectForms } from '../forms/detect-form';
import type { FormSighting } from '../forms/detect-form';
import { findTaxYear } from './find-tax-year';
import { isInternalPage } from './internal-page';
import { pageWords } from './name-on-page';
import type { PageWords } from './name-on-page';
import { pageIdentifiers } from './page-identifiers';
import type { PageIdentifiers } from './page-identifiers';
import type { PageText } from './page-text';
import { returnFacts } from './return-facts';
import type { ReturnFacts } from './return-facts';

/** Everything a document's text says, before anyone asks whose it is. Lives as long as its document. */
export interface DocumentFacts extends ReturnFacts {
  readonly pages: readonly PageText[];
  readonly words: readonly PageWords[];
  readonly identifiers: readonly PageIdentifiers[];
  readonly forms: readonly FormSighting[];
  readonly taxYear: number | null;
  readonly internalPages: readonly number[];
  /** False for a scan, whole. */
  readonly hasText: boolean;
  /** Pages without text, from 1: what is on them nobody here can read. */
  readonly scannedPages: readonly number[];
}

export function documentFacts(pages: readonly PageText[]): DocumentFacts {
  const forms = detectForms(pages);
  const returns = returnFacts(pages);
  const known = new Map<string, readonly string[]>();
  return {
    pages,
    words: pages.map((page) => pageWords(page, known)),
    identifiers: pages.map(pageIdentifiers),
    forms,
    ...returns,
    // An organisation's tax year is that of the day on which it ends, not on which it began.
    taxYear: returns.periodEnd === null ? findTaxYear(pages, forms) : Number(returns.periodEnd.slice(0, 4)),
    internalPages: pages.filter(isInternalPage).map((page) => page.page),
    hasText: pages.some((page) => page.lines.length > 0),
    scannedPages: pages.filter((page) => page.lines.length === 0).map((page) => page.page),
  };
}
