import { DATE_OVER_LABEL, SIGNATURE_SIZE } from './labels';
import type { FormLayout } from './form-layout';

/**
 * The signature page that tax software prints for an authorisation requested by EFILE or « Represent a Client »
 * (domain facts §5: signature page; place unverified).
 */
export const CRA_AUTHORIZATION_LAYOUT: FormLayout = {
  form: 'CRA-AUTH',
  calibrated: false,
  pageMark: /certification|attestation|authoriz|autoris/,
  copies: 'first',
  pages: 2,
  blocks: [
    {
      signer: 'taxpayer',
      presence: 'needed',
      signature: {
        label:
          /signatureof(?:the)?(?:taxpayer|individual|client|legalrepresentative|authorizedsigningofficer)|signature(?:ducontribuable|duparticulier|duclient|durepresentantlegal|delapersonneautoriseeasigner)/g,
        side: 'above',
        size: SIGNATURE_SIZE,
      },
      date: DATE_OVER_LABEL,
      time: null,
    },
  ],
  tables: [],
};
