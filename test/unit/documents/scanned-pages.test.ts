import { expect, it } from 'vitest';
import { documentFacts } from '../../../src/core/documents/document-facts';
import { page } from './test-page';

it('each page without text is named, and a document is a scan when all of them are', () => {
  const mixed = documentFacts([page(['T183 F (25)']), page([], { page: 2 }), page(['Page 3'], { page: 3 })]);
  expect([mixed.hasText, mixed.scannedPages]).toEqual([true, [2]]);
  const scan = documentFacts([page([]), page([], { page: 2 })]);
  expect([scan.hasText, scan.scannedPages]).toEqual([false, [1, 2]]);
});
