import { DATE_OVER_LABEL, SIGNATURE_SIZE } from './labels';
import type { FormLayout } from './form-layout';

/** AUT-01: the client, or the person with signing authority, on the certification page (domain facts §5). */
export const AUT_01_LAYOUT: FormLayout = {
  form: 'AUT-01',
  calibrated: false,
  pageMark: /certification|attestation|authorize|autoris/,
  copies: 'first',
  pages: 4,
  blocks: [
    {
      signer: 'taxpayer',
      presence: 'needed',
      signature: {
        label:
          /signatureof(?:the)?(?:individual|taxpayer|legalrepresentative|authorizedsigningofficer|personwithsigningauthority)|signature(?:duparticulier|ducontribuable|durepresentantlegal|delapersonneautoriseeasigner)|signhere|signezici/g,
        side: 'above',
        size: SIGNATURE_SIZE,
      },
      date: DATE_OVER_LABEL,
      time: null,
    },
  ],
  tables: [],
};
