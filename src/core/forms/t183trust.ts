import { DATE_OVER_FORMAT, SIGNATURE_SIZE, TIME_BOX } from './labels';
import type { FormLayout } from './form-layout';

/** T183TRUST: trustee, executor or legal representative, with date and time (domain facts §5: part E; place unverified). */
export const T183TRUST_LAYOUT: FormLayout = {
  form: 'T183TRUST',
  calibrated: false,
  pageMark: null,
  copies: 'first',
  pages: 2,
  blocks: [
    {
      signer: 'representative',
      presence: 'needed',
      signature: {
        label:
          /signatureof(?:the)?(?:trustee|executor|liquidator|legalrepresentative)|signature(?:dufiduciaire|delexecuteur|duliquidateur|delaliquidatrice|durepresentantlegal)/g,
        side: 'above',
        size: SIGNATURE_SIZE,
      },
      date: DATE_OVER_FORMAT,
      time: { size: TIME_BOX },
    },
  ],
  tables: [],
};
