import type { NamingCode } from '../core/documents/document-row';
import type { ParsedFileName } from '../core/documents/file-name';
import type { TemplateToken } from '../core/documents/nomenclature/office-template';
import { maskSin } from '../core/identifiers/masking';
import type { Language } from '../core/language';
import { counted } from './format';
import { messagesFor } from './messages';

/** Words of the nomenclatures alone: they come with their screen, not with the first one. */
const FR = {
  title: 'Nomenclatures',
  lead: 'Le nom de chaque fichier est lu par la première qui lui convient ; celle du bureau passe avant les autres.',
  gallery: 'Celles qui sont connues',
  what: {
    N1: 'NAS, puis nom complet',
    N2: 'Nom complet, puis NAS',
    N3: 'Numéro de client, puis nom',
    N4: 'DT ScanDoc : quatre lettres, NAS, rang',
    N5: 'Année et document, puis nom',
    N6: 'Taxprep iFirm : code, T1, année, nom',
    N7: 'NAS, année et document, sans nom',
    N8: 'Numéro d’entreprise, nom, fin d’exercice',
    N9: 'Celle de votre bureau',
  } satisfies Record<NamingCode, string>,
  explains: (n: number, total: number) => `${n} sur ${total}`,
  whole: (n: number, total: number) =>
    n === total
      ? `Tous les noms de l’envoi ouvert sont lus (${total}).`
      : `${counted('fr', n, 'nom', 'noms')} sur ${total} de l’envoi ouvert ${n > 1 ? 'sont lus' : 'est lu'} ; les autres documents sont reconnus par leur contenu seul.`,
  explainsLong: (naming: string, n: number, total: number) =>
    `${naming} : ${counted('fr', n, 'nom lu', 'noms lus')} sur ${total}`,
  read: { identifier: 'NAS', business: 'NE', clientNumber: 'Numéro', name: 'Nom', year: 'Année', form: 'Document' },
  own: 'Nomenclature du bureau',
  ownLead: 'Écrivez un nom de fichier de votre bureau, avec un jeton à la place de chaque renseignement.',
  ownFor: 'Pour ce type de document',
  ownForAll: 'Tous, sauf ceux qui ont la leur',
  pattern: 'Modèle de nom',
  tokens: 'Ajouter un jeton',
  token: {
    id: 'NAS',
    clientNumber: 'numéro de client',
    firstName: 'prénom',
    lastName: 'nom de famille',
    name: 'nom complet',
    year: 'année',
    shortYear: 'année, deux chiffres',
    doc: 'document',
    seq: 'rang',
    ignore: 'n’importe quoi',
  } satisfies Record<TemplateToken, string>,
  tried: 'Nom de fichier à essayer',
  triedStart: 'Provencher, Simon (1962) 2025 T183.pdf',
  onBatch: (n: number, total: number) =>
    `Ce modèle lit ${counted('fr', n, 'nom', 'noms')} sur ${total} de l’envoi ouvert.`,
  onName: (isRead: boolean): string => (isRead ? 'Ce modèle lit ce nom.' : 'Ce modèle ne lit pas ce nom.'),
  unread: 'Il ne lit pas, par exemple :',
  save: 'Enregistrer la nomenclature',
  saved: 'Enregistrée dans le coffre de ce poste : le prochain Aperçu la suivra.',
  kept: 'Enregistrées',
  forget: 'Oublier',
  forgetOne: (name: string) => `Oublier la nomenclature : ${name}`,
};

const EN: typeof FR = {
  title: 'Namings',
  lead: 'Each file name is read by the first naming that fits it; the office’s own comes before the others.',
  gallery: 'Those that are known',
  what: {
    N1: 'SIN, then full name',
    N2: 'Full name, then SIN',
    N3: 'Client number, then name',
    N4: 'DT ScanDoc: four letters, SIN, rank',
    N5: 'Year and document, then name',
    N6: 'Taxprep iFirm: code, T1, year, name',
    N7: 'SIN, year and document, no name',
    N8: 'Business number, name, year-end',
    N9: 'Your office’s own',
  },
  explains: (n, total) => `${n} of ${total}`,
  whole: (n, total) =>
    n === total
      ? `Every name of the open batch is read (${total}).`
      : `${counted('en', n, 'name', 'names')} of ${total} in the open batch ${n > 1 ? 'are' : 'is'} read; the other documents are recognised by their content alone.`,
  explainsLong: (naming, n, total) => `${naming}: ${counted('en', n, 'name', 'names')} read of ${total}`,
  read: { identifier: 'SIN', business: 'BN', clientNumber: 'Number', name: 'Name', year: 'Year', form: 'Document' },
  own: 'Office naming',
  ownLead: 'Write one of your office’s file names, with a token in the place of each piece of information.',
  ownFor: 'For this document type',
  ownForAll: 'All but those with their own',
  pattern: 'Name pattern',
  tokens: 'Add a token',
  token: {
    id: 'SIN',
    clientNumber: 'client number',
    firstName: 'first name',
    lastName: 'last name',
    name: 'full name',
    year: 'year',
    shortYear: 'year, two digits',
    doc: 'document',
    seq: 'rank',
    ignore: 'anything',
  },
  tried: 'File name to try',
  triedStart: 'Provencher, Simon (1962) 2025 T183.pdf',
  onBatch: (n, total) => `This pattern reads ${counted('en', n, 'name', 'names')} of ${total} in the open batch.`,
  onName: (isRead) => (isRead ? 'This pattern reads that name.' : 'This pattern does not read that name.'),
  unread: 'It does not read, for example:',
  save: 'Save the naming',
  saved: 'Saved in this workstation’s vault: the next Preview follows it.',
  kept: 'Saved',
  forget: 'Forget',
  forgetOne: (name) => `Forget the naming: ${name}`,
};

export const namingText = (language: Language): typeof FR => (language === 'fr' ? FR : EN);

/** What was read of a file name, as labelled parts; a SIN shows its last digits only. */
export function readParts(
  parsed: ParsedFileName,
  language: Language,
): { readonly label: string; readonly value: string }[] {
  const { read } = namingText(language);
  const { identifier, clientNumber, name, taxYear, form } = parsed;
  const shown = [
    identifier && {
      label: identifier.kind === 'bn' ? read.business : read.identifier,
      value: identifier.kind === 'bn' ? identifier.digits : maskSin(digitsOf(identifier)),
    },
    clientNumber !== null && { label: read.clientNumber, value: clientNumber },
    name !== null && { label: read.name, value: name },
    taxYear !== null && { label: read.year, value: String(taxYear) },
    form !== null && { label: read.form, value: messagesFor(language).documents.form[form] },
  ];
  return shown.filter((part) => part !== null && part !== false);
}

const digitsOf = (identifier: Exclude<ParsedFileName['identifier'], null>): string =>
  identifier.kind === 'masked' ? identifier.suffix : identifier.digits;
