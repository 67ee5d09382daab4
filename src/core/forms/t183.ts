import { DATE_OVER_FORMAT, TIME_BOX } from './labels';
import type { FormLayout } from './form-layout';

/**
 * T183, TY2023 and TY2025: domain facts §5 (coordinates seen in public code for another software's prints, so
 * uncalibrated). The part letter changed over the years and is never matched. The date is pre-printed on both.
 */
export const T183_LAYOUT: FormLayout = {
  form: 'T183',
  calibrated: false,
  pageMark: null,
  copies: 'first',
  pages: 2,
  blocks: [
    {
      signer: 'taxpayer',
      presence: 'needed',
      signature: {
        label:
          /signatureof(?:the)?individualidentifiedinpart[a-z]|signatureduparticulier(?:nomme|identifie|designe)(?:ala|danslala|dansla)partie[a-z]/g,
        side: 'above',
        size: (pageWidth) => (pageWidth < 600 ? [190, 26] : [190, 28]),
      },
      date: DATE_OVER_FORMAT,
      time: { size: TIME_BOX },
    },
  ],
  tables: [
    {
      taxYears: [2025, 2025],
      print: 'ImpôtExpert',
      pageSize: [612, 792],
      page: 1,
      signer: 'taxpayer',
      signature: [40, 113, 190, 28],
      date: null,
      time: { hh: [449, 89, 22, 14], mm: [476, 89, 22, 14], ss: [501, 89, 22, 14] },
    },
    {
      taxYears: [2023, 2023],
      print: 'ImpôtExpert',
      pageSize: [576, 756],
      page: 1,
      signer: 'taxpayer',
      signature: [40, 72, 190, 26],
      date: null,
      time: { hh: [436, 49, 22, 14], mm: [462, 49, 22, 14], ss: [486, 49, 22, 14] },
    },
  ],
};
