import { DATE_OVER_LABEL, SIGNATURE_SIZE } from './labels';
import type { FormLayout } from './form-layout';

/** TP-274: at the end of the form (domain facts §5: e-signed; place unverified). */
export const TP_274_LAYOUT: FormLayout = {
  form: 'TP-274',
  calibrated: false,
  pageMark: null,
  copies: 'first',
  pages: 4,
  blocks: [
    {
      signer: 'taxpayer',
      presence: 'needed',
      signature: {
        label:
          /signature(?:duparticulier|ducontribuable|durepresentantlegal|of(?:the)?(?:individual|taxpayer|legalrepresentative))?/g,
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
