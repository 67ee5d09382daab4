import type { PrintStyle } from './print-style';

/** Words of one meaning, as different software, years and governments print them. */
const LABELS = {
  sin: {
    fr: [
      'Numéro d’assurance sociale',
      'NAS',
      'Numéro d’assurance sociale (NAS)',
      'N.A.S.',
      'No d’assurance sociale',
      'N° d’assurance sociale',
      'Votre numéro d’assurance sociale',
      'NAS :',
    ],
    en: [
      'Social insurance number',
      'SIN',
      'Social insurance number (SIN)',
      'S.I.N.',
      'Social insurance no.',
      'Your social insurance number',
      'SIN:',
    ],
  },
  first: {
    fr: ['Prénom', 'Prénom usuel', 'Prénom et initiale', 'Votre prénom'],
    en: ['First name', 'Given name', 'First name and initial', 'Given name(s)'],
  },
  last: {
    fr: ['Nom de famille', 'Nom', 'Nom de famille (en lettres moulées)', 'Votre nom de famille'],
    en: ['Last name', 'Surname', 'Family name', 'Last name (print)'],
  },
  full: {
    fr: ['Prénom et nom de famille', 'Nom du particulier', 'Nom complet', 'Nom du contribuable', 'Identité'],
    en: ['First and last name', 'Name of individual', 'Full name', 'Taxpayer’s name', 'Name'],
  },
  reversed: {
    fr: ['Nom, prénom', 'Nom de famille, prénom', 'Nom et prénom'],
    en: ['Last name, first name', 'Surname, given name', 'Name (last, first)'],
  },
  address: {
    fr: ['Adresse', 'Adresse postale', 'Numéro, rue, appartement', 'Adresse au domicile'],
    en: ['Mailing address', 'Address', 'Street number and name', 'Home address'],
  },
  city: {
    fr: ['Ville', 'Ville, province et code postal', 'Municipalité', 'Ville ou village'],
    en: ['City', 'City, province and postal code', 'Town or city'],
  },
  identification: {
    fr: [
      'Partie A – Identification',
      'Identification',
      'Étape 1 – Identification et autres renseignements',
      'Renseignements sur vous',
      '1. Renseignements sur le contribuable',
    ],
    en: [
      'Part A – Identification',
      'Identification',
      'Step 1 – Identification and other information',
      'Information about you',
      '1 Information about the taxpayer',
    ],
  },
  spouse: {
    fr: [
      'Renseignements sur votre époux ou conjoint de fait',
      'Conjoint',
      'Renseignements sur le conjoint',
      'Conjoint(e) au 31 décembre',
      'Votre conjoint',
      'Époux ou conjoint de fait',
    ],
    en: [
      'Information about your spouse or common-law partner',
      'Spouse',
      'Your spouse’s information',
      'Your spouse or common-law partner',
      'Spouse / common-law partner',
    ],
  },
  preparer: {
    fr: [
      'Préparateur',
      'Préparé par',
      'Nom de la personne ou du cabinet',
      'Nom de la personne ou de l’entreprise accréditée',
      'Comptable',
    ],
    en: ['Preparer', 'Prepared by', 'Name of person or firm', 'Name of the accredited person', 'Accountant'],
  },
} as const;

export type LabelKey = keyof typeof LABELS;

/** The language that a print's own words are in, of a client who speaks `own`. */
export const wordsOf = (own: 'fr' | 'en', { labels }: Pick<PrintStyle, 'labels'>): 'fr' | 'en' =>
  labels === 'other-language' ? (own === 'fr' ? 'en' : 'fr') : own;

/** This print's word for a meaning; a bilingual print says it twice. */
export function labelOf(key: LabelKey, own: 'fr' | 'en', style: Pick<PrintStyle, 'labels' | 'wording'>): string {
  const at = (language: 'fr' | 'en'): string => {
    const words = LABELS[key][language];
    return words[style.wording % words.length] ?? words[0];
  };
  if (style.labels === 'bilingual' && key !== 'identification') return `${at('fr')} / ${at('en')}`;
  return at(wordsOf(own, style));
}
