import type { RowIssueCode } from '../core/clients/row-issue';
import type { DocumentIssueCode } from '../core/documents/document-row';
import type { Language } from '../core/language';

/** Exhaustive over the problems of one row of a client list. */
const ROW_ISSUES = {
  'sin-luhn': {
    fr: 'Le NAS ne passe pas la vérification : un chiffre est sans doute faux.',
    en: 'The SIN fails its check: one digit is probably wrong.',
  },
  'sin-absent': { fr: 'NAS absent.', en: 'No SIN.' },
  'sin-malformed': { fr: 'Le NAS n’a pas neuf chiffres.', en: 'The SIN does not have nine digits.' },
  'sin-zero-restored': { fr: 'Zéro initial du NAS rétabli.', en: 'Leading zero of the SIN restored.' },
  'sin-duplicate': { fr: 'Une autre ligne porte le même NAS.', en: 'Another row has the same SIN.' },
  'bn-luhn': { fr: 'Le numéro d’entreprise ne passe pas la vérification.', en: 'The business number fails its check.' },
  'name-missing': { fr: 'Le nom manque.', en: 'The name is missing.' },
  'email-malformed': { fr: 'Le courriel est mal formé.', en: 'The e-mail is malformed.' },
  'email-missing': {
    fr: 'Pas de courriel : voie « Papier / au bureau ».',
    en: 'No e-mail: “Paper / at the office” lane.',
  },
  'email-shared': {
    fr: 'Le courriel sert à plusieurs personnes : une seule invitation, chacune aura son second facteur.',
    en: 'The e-mail serves several people: one invitation, each with their own second factor.',
  },
  'email-replaced': {
    fr: 'Le courriel remplace celui de GEM-BOOKS : vérifiez-le avant d’envoyer des documents.',
    en: 'The e-mail replaces the one in GEM-BOOKS: check it before sending documents.',
  },
  'phone-malformed': {
    fr: 'Le téléphone est mal formé et sera laissé tel quel.',
    en: 'The phone number is malformed and left as it is.',
  },
  'postal-code-malformed': { fr: 'Le code postal est mal formé.', en: 'The postal code is malformed.' },
  'date-malformed': { fr: 'La date ne se lit pas.', en: 'The date cannot be read.' },
  'language-unknown': { fr: 'Langue inconnue : le français est employé.', en: 'Unknown language: French is used.' },
  'manager-unknown': {
    fr: 'Ce chargé de compte n’existe pas dans GEM-BOOKS.',
    en: 'This account manager does not exist in GEM-BOOKS.',
  },
  'code-taken': {
    fr: 'Le numéro de client est déjà pris : un nouveau code sera donné.',
    en: 'The client number is taken: a new code will be given.',
  },
  'duplicate-row': {
    fr: 'La même personne figure deux fois dans le fichier.',
    en: 'The same person appears twice in the file.',
  },
  'near-name': {
    fr: 'Un client de GEM-BOOKS porte un nom presque pareil.',
    en: 'A GEM-BOOKS client has nearly the same name.',
  },
  'several-matches': { fr: 'Plusieurs clients de GEM-BOOKS correspondent.', en: 'Several GEM-BOOKS clients match.' },
  'household-inherited': {
    fr: 'Nom ou adresse repris du chef de famille.',
    en: 'Name or address taken from the head of the family.',
  },
} satisfies Record<RowIssueCode, Record<Language, string>>;

/** Exhaustive over what must be said of a document before sending it. */
const DOCUMENT_ISSUES = {
  'wrong-year': {
    fr: 'L’année du document n’est pas celle que vous avez choisie.',
    en: 'The year of the document is not the one you chose.',
  },
  'wrong-form': { fr: 'Ce n’est pas le type de document choisi.', en: 'This is not the type of document chosen.' },
  'year-unknown': {
    fr: 'L’année n’a pas été trouvée dans le document.',
    en: 'The year was not found in the document.',
  },
  'form-unknown': { fr: 'Le formulaire n’a pas été reconnu.', en: 'The form was not recognized.' },
  'no-text': {
    fr: 'Le document est une image sans texte : rien ne peut y être vérifié.',
    en: 'The document is an image without text: nothing in it can be checked.',
  },
  unplaced: {
    fr: 'La place de la signature n’est pas connue : il faut la placer avant d’envoyer.',
    en: 'The place of the signature is unknown: it must be placed before sending.',
  },
  'position-to-validate': {
    fr: 'Position à valider : ce gabarit n’a pas encore été vérifié sur un vrai formulaire.',
    en: 'Position to validate: this layout was not checked on a real form yet.',
  },
  'already-signed': {
    fr: 'Le document porte déjà une signature numérique : il part tel quel.',
    en: 'The document already carries a digital signature: it leaves untouched.',
  },
  'internal-page': {
    fr: 'Une page interne du bureau s’y trouve : elle ne doit pas atteindre le client.',
    en: 'It holds an internal page of the office: it must not reach the client.',
  },
  'duplicate-in-batch': {
    fr: 'Le même document figure deux fois dans ce lot.',
    en: 'The same document appears twice in this batch.',
  },
  'no-email': {
    fr: 'Le client n’a pas de courriel : voie « Papier / au bureau ».',
    en: 'The client has no e-mail: “Paper / at the office” lane.',
  },
  'shared-email': {
    fr: 'Le courriel sert à plusieurs personnes : chacune aura sa propre enveloppe.',
    en: 'The e-mail serves several people: each gets their own envelope.',
  },
  'client-not-synchronised': {
    fr: 'Le client n’a pas encore été synchronisé avec GEM-BOOKS.',
    en: 'The client was not synchronized with GEM-BOOKS yet.',
  },
  'spouse-missing': {
    fr: 'Le document du conjoint n’est pas dans ce lot.',
    en: 'The spouse’s document is not in this batch.',
  },
} satisfies Record<DocumentIssueCode, Record<Language, string>>;

export const rowIssueText = (code: RowIssueCode, language: Language): string => ROW_ISSUES[code][language];

export const documentIssueText = (code: DocumentIssueCode, language: Language): string =>
  DOCUMENT_ISSUES[code][language];
