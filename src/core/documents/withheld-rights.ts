import type { DocumentRow } from './document-row';

/** Its rights forbid what preparing changes, whether or not the office prepares it all the same. */
export const isWithheld = ({ issues }: Pick<DocumentRow, 'issues'>): boolean =>
  issues.some(({ code }) => code === 'changes-forbidden');
