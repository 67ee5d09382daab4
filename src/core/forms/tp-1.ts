import { DATE_OVER_LABEL, SIGNATURE_SIZE } from './labels';
import type { FormLayout } from './form-layout';

/** TP-1: the declaration on the last page (domain facts §5: place unverified). */
export const TP_1_LAYOUT: FormLayout = {
  form: 'TP-1',
  calibrated: false,
  pageMark: /jedeclarequelesrenseignements|ideclarethattheinformation/,
  copies: 'first',
  pages: 4,
  blocks: [
    {
      signer: 'taxpayer',
      presence: 'needed',
      signature: {
        label: /signature(?:duparticulier|ducontribuable|of(?:the)?(?:individual|taxpayer))?/g,
        side: 'above',
        size: SIGNATURE_SIZE,
        whole: true,
      },
      date: DATE_OVER_LABEL,
      time: null,
    },
  ],
  tables: [],
};
