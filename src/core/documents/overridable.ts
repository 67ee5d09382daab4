import type { DocumentRow } from './document-row';

/** Blocked by the Concordance alone: a written reason may lift it. Any other block is mended, not overridden. */
export const isContradictionAlone = ({ status, concordance, issues, client }: DocumentRow): boolean =>
  status === 'blocked' &&
  client !== null &&
  concordance.grade === 'contradiction' &&
  issues.every(({ severity }) => severity !== 'block');

/** Blocked by the office's internal pages alone, among others that stay: a copy without them may leave. */
export const canLeaveTrimmed = ({ status, issues, pages }: DocumentRow): boolean => {
  const blocks = issues.filter(({ severity }) => severity === 'block');
  const internal = new Set(blocks.flatMap(({ code, page }) => (code === 'internal-page' ? [page] : [])));
  return (
    status === 'blocked' &&
    blocks.length > 0 &&
    blocks.every(({ code }) => code === 'internal-page' || code === 'unplaced') &&
    blocks.some(({ code }) => code === 'internal-page') &&
    internal.size < pages.length &&
    issues.every(({ code }) => code !== 'already-signed')
  );
};
