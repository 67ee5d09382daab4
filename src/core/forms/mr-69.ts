import { DATE_OVER_LABEL, SIGNATURE_SIZE } from './labels';
import type { FormLayout } from './form-layout';

/**
 * MR-69: the taxpayer, or the person authorised to sign for a business, with the title (domain facts §5: place
 * unverified). Its page is the one that says that the information is released or the power is given.
 */
export const MR_69_LAYOUT: FormLayout = {
  form: 'MR-69',
  calibrated: false,
  pageMark: /autorisation|procuration|authorization|powerofattorney/,
  copies: 'first',
  pages: 4,
  blocks: [
    {
      signer: 'taxpayer',
      presence: 'needed',
      signature: {
        label:
          /signature(?:delapersonne(?:quidonnelautorisation|autorisee)|duparticulier|dumandant|of(?:the)?(?:person(?:givingtheauthorization|authorized)|individual|mandator))?(?:oudelapersonneautorisee)?/g,
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
