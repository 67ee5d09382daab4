import { DATE_OVER_LABEL } from './labels';
import type { FormLayout } from './form-layout';

/** CO-1000.TE: the person authorised to sign for the corporation (domain facts §5: place unverified). */
export const CO_1000_TE_LAYOUT: FormLayout = {
  form: 'CO-1000.TE',
  calibrated: false,
  pageMark: null,
  copies: 'every',
  pages: 4,
  blocks: [
    {
      signer: 'officer',
      presence: 'needed',
      signature: {
        label:
          /signature(?:durepresentantautorise|dela?personneautorisee|dudirigeant|dusignataireautorise)(?:asigner)?(?:aunom)?(?:dela(?:societe|corporation))?|signatureof(?:an|the)?(?:authorizedrepresentative|personauthorizedtosign|authorizedsigningofficer)/g,
        side: 'above',
        size: [215, 32],
      },
      date: DATE_OVER_LABEL,
      time: null,
    },
  ],
  tables: [],
};
