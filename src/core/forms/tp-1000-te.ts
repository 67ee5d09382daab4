import { DATE_OVER_LABEL } from './labels';
import type { FormLayout, LayoutTable } from './form-layout';

const COPIES = [
  { page: 2 },
  { page: 4 },
  // A file of one page holds the signed page alone.
  { page: 1, pageCount: 1 },
] as const;

const onEveryCopy = (
  table: Pick<LayoutTable, 'taxYears' | 'signature' | 'date' | 'disputed'>,
): readonly LayoutTable[] =>
  COPIES.map((copy) => ({
    ...copy,
    ...table,
    print: 'ImpôtExpert',
    pageSize: [612, 792],
    signer: 'taxpayer',
    time: null,
  }));

/**
 * TP-1000.TE: the taxpayer signs the office's copy (page 2) and the second one (page 4). Domain facts §5: for 2024 and
 * later two versions of one public source disagree (y 205 and y 95), so their places are only shown in the workbench.
 */
export const TP_1000_TE_LAYOUT: FormLayout = {
  form: 'TP-1000.TE',
  calibrated: false,
  pageMark: null,
  copies: 'every',
  pages: 4,
  blocks: [
    {
      signer: 'taxpayer',
      presence: 'needed',
      signature: {
        label:
          /signatureduparticulier(?:oudesonrepresentant)?|signatureof(?:the)?individual(?:or(?:the|his|her|their)?(?:individuals)?representative)?/g,
        side: 'above',
        size: [215, 32],
      },
      date: DATE_OVER_LABEL,
      time: null,
    },
  ],
  tables: [
    ...onEveryCopy({ taxYears: [2023, 2023], signature: [38, 298, 215, 32], date: [333, 301, 72, 14] }),
    ...onEveryCopy({ taxYears: [2024, 2025], signature: [38, 205, 215, 32], date: null, disputed: true }),
    ...onEveryCopy({ taxYears: [2024, 2025], signature: [38, 95, 215, 32], date: null, disputed: true }),
  ],
};
