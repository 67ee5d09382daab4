import type { FormLayout } from './form-layout';

/**
 * T183, TY2023 and TY2025: domain facts §5 (coordinates seen in public code for another software's prints, so
 * uncalibrated). The part letter changed over the years and is never matched. The date is pre-printed on both.
 */
export const T183_LAYOUT: FormLayout = {
  form: 'T183',
  signer: 'taxpayer',
  calibrated: false,
  pageMark: null,
  signature: {
    label:
      /signatureof(?:the)?individualidentifiedinpart[a-z]|signatureduparticulier(?:nomme|identifie|designe)(?:ala|danslala|dansla)partie[a-z]/g,
    side: 'above',
    size: (pageWidth) => (pageWidth < 600 ? [190, 26] : [190, 28]),
  },
  date: { label: /yearmonthday|anneemoisjour|yyyymmdd|aaaammjj/g, side: 'above', size: [72, 14] },
  time: { size: [22, 14] },
  tables: [
    {
      taxYear: 2025,
      pageSize: [612, 792],
      page: 1,
      signature: [40, 113, 190, 28],
      time: { hh: [449, 89, 22, 14], mm: [476, 89, 22, 14], ss: [501, 89, 22, 14] },
    },
    {
      taxYear: 2023,
      pageSize: [576, 756],
      page: 1,
      signature: [40, 72, 190, 26],
      time: { hh: [436, 49, 22, 14], mm: [462, 49, 22, 14], ss: [486, 49, 22, 14] },
    },
  ],
};
