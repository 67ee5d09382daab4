import { DATE_AFTER_LABEL } from './labels';
import type { FormLayout } from './form-layout';

/**
 * T1 jackets (5000-R, 5005-R, 5006-R), page 8: « Sign here » and « Date: », whose places move by year and province
 * (domain facts §5, measured), so anchors only. The field stands to the right of its label.
 */
export const T1_LAYOUT: FormLayout = {
  form: 'T1',
  calibrated: false,
  pageMark: /icertifythattheinformationgivenonthisreturn|jecertifiequelesrenseignementsfournisdanscettedeclaration/,
  copies: 'first',
  pages: 8,
  blocks: [
    {
      signer: 'taxpayer',
      presence: 'needed',
      signature: { label: /signhere|signezici/g, side: 'after', size: [190, 24] },
      date: { ...DATE_AFTER_LABEL, label: /date:/g, size: [90, 14] },
      time: null,
    },
  ],
  tables: [],
};
