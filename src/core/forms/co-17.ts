import { DATE_OVER_LABEL, SIGNATURE_SIZE } from './labels';
import type { FormLayout } from './form-layout';

/** CO-17: the declaration on the last page (domain facts §5: place unverified). */
export const CO_17_LAYOUT: FormLayout = {
  form: 'CO-17',
  calibrated: false,
  pageMark: /jedeclarequelesrenseignements|ideclarethattheinformation/,
  copies: 'first',
  pages: 6,
  blocks: [
    {
      signer: 'officer',
      presence: 'needed',
      signature: {
        label:
          /signature(?:delapersonneautorisee|dusignataireautorise|of(?:the)?(?:authorizedperson|personauthorizedtosign))?/g,
        side: 'above',
        size: SIGNATURE_SIZE,
        whole: true,
      },
      date: DATE_OVER_LABEL,
      time: null,
      texts: [
        { kind: 'title', label: /titreoufonction|titleorposition/g, side: 'above', size: [150, 14], whole: true },
      ],
    },
  ],
  tables: [],
};
