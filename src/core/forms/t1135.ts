import { DATE_OVER_LABEL, SIGNATURE_SIZE } from './labels';
import type { FormLayout } from './form-layout';

/** T1135: the certification at the end of the form (domain facts §5: e-signed; place unverified). */
export const T1135_LAYOUT: FormLayout = {
  form: 'T1135',
  calibrated: false,
  pageMark: /certif|attest/,
  copies: 'first',
  pages: 4,
  blocks: [
    {
      signer: 'taxpayer',
      presence: 'needed',
      signature: {
        label:
          /signhere|signezici|authorizedsignature|signatureautorisee|signatureof(?:the)?(?:taxpayer|authorizedsigningofficer)|signatureducontribuable/g,
        side: 'above',
        size: SIGNATURE_SIZE,
      },
      date: DATE_OVER_LABEL,
      time: null,
      texts: [
        { kind: 'name', label: /printname|nomenlettresmoulees/g, side: 'above', size: [150, 14], whole: true },
        {
          kind: 'title',
          label: /positionortitle|posteoutitre|titreouposte|titreoufonction/g,
          side: 'above',
          size: [150, 14],
          whole: true,
        },
      ],
    },
  ],
  tables: [],
};
