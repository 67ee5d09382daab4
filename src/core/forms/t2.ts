import { DATE_OVER_FORMAT, SIGNATURE_SIZE } from './labels';
import type { FormLayout } from './form-layout';

/** T2: the certification on the last page (domain facts §5: place unverified). */
export const T2_LAYOUT: FormLayout = {
  form: 'T2',
  calibrated: false,
  pageMark: /authorizedsigningofficerofthecorporation|signataireautorisedelasociete/,
  copies: 'first',
  pages: 9,
  blocks: [
    {
      signer: 'officer',
      presence: 'needed',
      signature: {
        label:
          /signatureof(?:an|the)?authorizedsigningofficer(?:ofthecorporation)?|signature(?:dun|du)signataireautorise(?:dela(?:societe|corporation))?/g,
        side: 'above',
        size: SIGNATURE_SIZE,
      },
      date: DATE_OVER_FORMAT,
      time: null,
    },
  ],
  tables: [],
};
