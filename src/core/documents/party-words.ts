/**
 * Of whom a line of a page speaks: the page's own taxpayer, the spouse, others whom the form rightly shows, or the
 * person for whom a slip was made: the client in a person's return, somebody else in an organisation's.
 */
export type Party = 'own' | 'spouse' | 'other' | 'recipient';

const SPOUSE = /\b(?:conjoint|conjointe|epoux|epouse|spouse|spouse's|partner|partner's)\b/;
/** Boxes of a marital status name a spouse without being about one. */
const MARITAL =
  /\b(?:etat civil|marital status|celibataires?|single|divorcee?|divorced|veuf|veuve|widowed|separee?|separated)\b/;
/** Two columns under one heading: whoever is first, the taxpayer's own are there too. */
const BOTH = /\b(?:particulier|contribuable|taxpayer|client|you and your)\b/;
const OTHERS = new RegExp(
  [
    'personnes? a charge|dependants?|dependents?|dependent children|nom de l.enfant|nas de l.enfant|child.s (?:name|sin|social)',
    'enfants a charge|(?:vos|des) enfants|your children|(?:transferee?s?|transferred) (?:par|from)',
    'gardienne|gardien|care provider|fournisseur de (?:soins|services)',
    'beneficiaires?|beneficiary|beneficiaries|recipients?|recipient.s|pension alimentaire|support payments?',
    'actionnaires?|shareholders?|associes?|partners of|membres? de la societe|coproprietaires?|co-owners?',
    'employeur|employer|payeur|payer|locateur|landlord|proprietaire de l.immeuble|vendeur|acheteur|donateur',
    'preparateur|preparer|prepared? (?:par|by)|comptable|accountant|entreprise accreditee|name of the accredited person',
    'declarant par voie electronique|electronic filer|personne ou du cabinet|person or firm|temoin|witness',
    'signataire autorise|signing officer|poste, fonction|position, office|fiduciaire|trustee|trustees',
    'representant|representative|liquidateur|executor|tuteur|mandataire|syndic|power of attorney',
    'societes? (?:associee|liee|rattachee)s?|(?:associated|related|connected) corporations?|filiales?|subsidiar(?:y|ies)',
  ]
    .map((words) => `\\b(?:${words})\\b`)
    .join('|'),
);
/** A heading that speaks of the taxpayer again. */
const OWN_HEADING =
  /^(?:(?:partie|part|section|etape|step) (?:[a-z]|\d{1,2})\b|identification\b|(?:\d{1,2}\.? )?(?:renseignements|information)\b|(?:contribuable|taxpayer|vous|you)$)/;
const PREPARER = '(?:preparateur|preparer|prepare par|prepared by|comptable|accountant|signataire autorise)';
const FIRM = '(?:personne ou du cabinet|person or firm|personne ou de l.entreprise accreditee|accredited person)';

/** « Préparateur », under a name: nothing but the label's own words, once or in both languages. */
export const PREPARER_LABEL = new RegExp(
  `^(?:(?:nom (?:du|de la|de l.) ?|name of |the )*(?:${PREPARER}|${FIRM})(?: ?/ ?)?){1,2}$`,
);

/** Longer lines are sentences, which may speak of anybody. */
const HEADING_WORDS = 20;

export function partyNamedBy(text: string): 'spouse' | 'other' | null {
  if (text.split(' ').length > HEADING_WORDS) return null;
  if (SPOUSE.test(text) && !MARITAL.test(text) && !BOTH.test(text)) return 'spouse';
  return OTHERS.test(text) ? 'other' : null;
}

export const isOwnHeading = (text: string): boolean => OWN_HEADING.test(text);
