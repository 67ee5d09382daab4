import { DATE_OVER_FORMAT, SIGNATURE_SIZE, TIME_BOX } from './labels';
import type { FormLayout } from './form-layout';

/** T183CORP: the authorised signing officer, in the certification part, with date and time (domain facts §5: place unverified). */
export const T183CORP_LAYOUT: FormLayout = {
  form: 'T183CORP',
  calibrated: false,
  pageMark: null,
  copies: 'first',
  pages: 2,
  blocks: [
    {
      signer: 'officer',
      presence: 'needed',
      signature: {
        label:
          /signatureof(?:an|the)?authorizedsigningofficer(?:ofthecorporation)?|signature(?:dun|dela|du)?(?:signataire|personne|dirigeant)autorisee?(?:asigner)?(?:aunom)?(?:dela(?:societe|corporation))?/g,
        side: 'above',
        size: SIGNATURE_SIZE,
      },
      date: DATE_OVER_FORMAT,
      time: { size: TIME_BOX },
    },
  ],
  tables: [],
};
