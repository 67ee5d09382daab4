import { DATE_OVER_LABEL, SIGNATURE_SIZE } from './labels';
import type { FormLayout } from './form-layout';

/**
 * An engagement letter is the office's own: only usual labels can be looked for. The spouse's line is there or not; the
 * firm signs its own letters itself. Initials of each page where the letter asks for them.
 */
export const ENGAGEMENT_LETTER_LAYOUT: FormLayout = {
  form: 'ENGAGEMENT',
  calibrated: false,
  pageMark: null,
  copies: 'first',
  pages: 8,
  blocks: [
    {
      signer: 'taxpayer',
      presence: 'needed',
      signature: {
        label: /signature(?:du|dela)?client(?:e)?|client(?:s)?signature|signatureof(?:the)?client/g,
        side: 'above',
        size: SIGNATURE_SIZE,
      },
      date: DATE_OVER_LABEL,
      time: null,
      initials: { label: /initialesduclient|clientsinitials/g, side: 'above', size: [40, 20] },
    },
    {
      signer: 'spouse',
      presence: 'optional',
      signature: {
        label: /signature(?:du|dela)conjointe?|spousessignature|signatureof(?:the)?spouse/g,
        side: 'above',
        size: SIGNATURE_SIZE,
      },
      date: DATE_OVER_LABEL,
      time: null,
    },
  ],
  tables: [],
};
