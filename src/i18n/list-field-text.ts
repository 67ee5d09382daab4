import type { ListField } from '../core/clients/list-field';
import type { Language } from '../core/language';

/** Exhaustive: what a column of a client list can hold, in words. */
const FIELDS = {
  clientNumber: { fr: 'No client', en: 'Client number' },
  lastName: { fr: 'Nom de famille', en: 'Last name' },
  firstName: { fr: 'Prénom', en: 'First name' },
  surnameFirst: { fr: 'Nom, prénom', en: 'Last name, first name' },
  name: { fr: 'Nom complet', en: 'Full name' },
  sin: { fr: 'NAS', en: 'SIN' },
  businessNumber: { fr: 'Numéro d’entreprise', en: 'Business number' },
  enterpriseNumber: { fr: 'NEQ', en: 'NEQ' },
  entity: { fr: 'Genre de client', en: 'Kind of client' },
  relation: { fr: 'Lien familial', en: 'Family relation' },
  email: { fr: 'Courriel', en: 'E-mail' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  mobilePhone: { fr: 'Cellulaire', en: 'Mobile phone' },
  homePhone: { fr: 'Téléphone (résidence)', en: 'Home phone' },
  workPhone: { fr: 'Téléphone (bureau)', en: 'Work phone' },
  street: { fr: 'Rue', en: 'Street' },
  unit: { fr: 'Appartement', en: 'Apartment' },
  city: { fr: 'Ville', en: 'City' },
  province: { fr: 'Province', en: 'Province' },
  postalCode: { fr: 'Code postal', en: 'Postal code' },
  country: { fr: 'Pays', en: 'Country' },
  birthDate: { fr: 'Date de naissance', en: 'Birth date' },
  yearEnd: { fr: 'Fin d’exercice', en: 'Year-end' },
  language: { fr: 'Langue', en: 'Language' },
  accountManager: { fr: 'Chargé de compte', en: 'Account manager' },
  spouseLastName: { fr: 'Nom du conjoint', en: 'Spouse’s last name' },
  spouseFirstName: { fr: 'Prénom du conjoint', en: 'Spouse’s first name' },
  spouseSin: { fr: 'NAS du conjoint', en: 'Spouse’s SIN' },
  spouseBirthDate: { fr: 'Naissance du conjoint', en: 'Spouse’s birth date' },
  spouseName: { fr: 'Nom complet du conjoint', en: 'Spouse’s full name' },
  spousePhone: { fr: 'Téléphone du conjoint', en: 'Spouse’s phone' },
  maritalStatus: { fr: 'État civil', en: 'Marital status' },
  deathDate: { fr: 'Date de décès', en: 'Date of death' },
  trustAccount: { fr: 'Numéro de fiducie', en: 'Trust number' },
  representativeName: { fr: 'Représentant légal', en: 'Legal representative' },
  representativeTitle: { fr: 'Qualité du représentant', en: 'Representative’s capacity' },
  representativeEmail: { fr: 'Courriel du représentant', en: 'Representative’s e-mail' },
  officerName: { fr: 'Signataire autorisé', en: 'Signing officer' },
  officerTitle: { fr: 'Titre du signataire', en: 'Officer’s title' },
  officerEmail: { fr: 'Courriel du signataire', en: 'Officer’s e-mail' },
  spouseEmail: { fr: 'Courriel du conjoint', en: 'Spouse’s e-mail' },
} satisfies Record<ListField, Record<Language, string>>;

const isListField = (field: string): field is ListField => Object.hasOwn(FIELDS, field);

/** The worker tells fields by name; one that a newer worker invents is shown as it is. */
export const listFieldText = (field: string, language: Language): string =>
  isListField(field) ? FIELDS[field][language] : field;
