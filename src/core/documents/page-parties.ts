import { foldedLine } from './folded-line';
import type { PageText } from './page-text';

/** Of whom a line of a page speaks: the page's own taxpayer, the spouse, or others whom the form rightly shows. */
export type Party = 'own' | 'spouse' | 'other';

const SPOUSE = /\b(?:conjoint|conjointe|epoux|epouse|spouse|spouse's|partner|partner's)\b/;
/** Boxes of a marital status name a spouse without being about one. */
const MARITAL =
  /\b(?:etat civil|marital status|celibataires?|single|divorcee?|divorced|veuf|veuve|widowed|separee?|separated)\b/;
/** Two columns under one heading: whoever is first, the taxpayer's own are there too. */
const BOTH = /\b(?:particulier|contribuable|taxpayer|client|you and your)\b/;
const OTHERS = new RegExp(
  [
    'personnes? a charge|dependants?|nom de l.enfant|nas de l.enfant|child.s (?:name|sin|social)',
    'gardienne|gardien|care provider|fournisseur de (?:soins|services)',
    'beneficiaires?|beneficiary|beneficiaries|recipients?|recipient.s|pension alimentaire|support payments?',
    'actionnaires?|shareholders?|associes?|partners of|membres? de la societe',
    'employeur|employer|payeur|payer|locateur|landlord|proprietaire de l.immeuble|vendeur|acheteur|donateur',
    'preparateur|preparer|declarant par voie electronique|electronic filer|personne ou du cabinet|person or firm',
    'signataire autorise|signing officer|poste, fonction|position, office|fiduciaire|trustee|trustees',
    'representant|representative|liquidateur|executor|tuteur|mandataire|syndic|power of attorney',
    'societes? (?:associee|liee|rattachee)s?|(?:associated|related|connected) corporations?|filiales?|subsidiar(?:y|ies)',
  ]
    .map((words) => `\\b(?:${words})\\b`)
    .join('|'),
);
/** A heading that speaks of the taxpayer again. */
const OWN_HEADING =
  /^(?:(?:partie|part|section|etape|step) (?:[a-z]|\d{1,2})\b|identification\b|(?:\d{1,2}\.? )?(?:renseignements|information)\b)/;

/** Longer lines are sentences, which may speak of anybody. */
const HEADING_WORDS = 16;

/**
 * One party a line, in the page's order. A heading or label that names somebody else opens a block about them, down to
 * the next heading of the taxpayer's or the page's end; a label alone also claims the value just above it, as forms
 * print their captions under the boxes.
 */
export function lineParties(page: PageText): Party[] {
  const parties: Party[] = [];
  let current: Party = 'own';
  page.lines.forEach((line, index) => {
    const text = foldedLine(line);
    const named = partyNamedBy(text);
    if (named !== null) {
      current = named;
      if (isLabelAlone(text) && parties[index - 1] === 'own' && isJustAbove(page, index)) parties[index - 1] = named;
    } else if (OWN_HEADING.test(text)) current = 'own';
    parties.push(current);
  });
  return parties;
}

function partyNamedBy(text: string): Party | null {
  if (text.split(' ').length > HEADING_WORDS) return null;
  if (SPOUSE.test(text) && !MARITAL.test(text) && !BOTH.test(text)) return 'spouse';
  return OTHERS.test(text) ? 'other' : null;
}

/** « Préparateur », under a name: nothing but the label's own words. */
const isLabelAlone = (text: string): boolean =>
  /^(?:(?:nom (?:du|de la|de l.) )?(?:preparateur|preparer|signataire autorise)|(?:name of )?(?:the )?preparer)$/.test(
    text,
  );

/** No further than a line and a half of text. */
function isJustAbove(page: PageText, index: number): boolean {
  const [above, line] = [page.lines[index - 1], page.lines[index]];
  return above !== undefined && line !== undefined && above.rect[1] - line.rect[1] <= 3 * line.rect[3];
}
