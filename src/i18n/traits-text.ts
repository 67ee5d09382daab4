import type { DocumentRow } from '../core/documents/document-row';
import type { DocumentRight, PdfTraits } from '../core/documents/pdf-traits';
import type { Language } from '../core/language';
import { counted } from './format';

/** Words of what a PDF is beside its pages; they come with the review's screen. */
const FR = {
  protection: 'Protection',
  particulars: 'Particularités',
  open: 'aucune',
  owner: 'mot de passe du propriétaire : s’ouvre sans lui',
  user: 'mot de passe à l’ouverture',
  withheld: (rights: string) => `droits retirés : ${rights}`,
  rights: {
    printing: 'imprimer',
    changes: 'modifier',
    copying: 'copier',
    annotations: 'annoter',
    formFilling: 'remplir',
    assembly: 'réorganiser les pages',
  } satisfies Record<DocumentRight, string>,
  allRights: 'aucun droit retiré',
  plain: 'aucune',
  signatures: (n: number) => counted('fr', n, 'signature numérique', 'signatures numériques'),
  certified: {
    1: 'certifié : aucun changement permis',
    2: 'certifié : remplissage permis',
    3: 'certifié : remplissage et annotations permis',
  },
  locksFields: 'une signature y fige des champs',
  usageRights: 'droits d’utilisation Adobe',
  form: 'formulaire à remplir',
  xfa: 'formulaire XFA',
  scripts: (n: number) => counted('fr', n, 'script', 'scripts'),
  attachments: (n: number) => counted('fr', n, 'fichier joint', 'fichiers joints'),
  hybridXref: 'table des objets hybride',
  damagedXref: 'table des objets endommagée',
  lift: (n: number) =>
    n === 1
      ? 'Un document interdit, par ses droits, qu’on y ajoute des champs : il reste ici tant que vous n’en décidez pas.'
      : `${n} documents interdisent, par leurs droits, qu’on y ajoute des champs : ils restent ici tant que vous n’en décidez pas.`,
  liftReason: (n: number) => `Pourquoi le bureau peut ${n === 1 ? 'le' : 'les'} préparer`,
  liftHint: 'Une raison pour tout le lot, gardée au journal sans nom. Le fichier garde son chiffrement et ses droits.',
  liftAsk: 'Décider…',
  liftNow: 'Préparer quand même',
  lifted: (n: number, reason: string) =>
    `${n === 1 ? 'Préparé malgré ses droits' : `${n} documents préparés malgré leurs droits`}, sur votre décision : ${reason}`,
  takeBack: 'Revenir sur ma décision',
};

const EN: typeof FR = {
  protection: 'Protection',
  particulars: 'Particulars',
  open: 'none',
  owner: 'owner password: opens without it',
  user: 'password to open',
  withheld: (rights) => `rights withheld: ${rights}`,
  rights: {
    printing: 'print',
    changes: 'change',
    copying: 'copy',
    annotations: 'annotate',
    formFilling: 'fill in',
    assembly: 'rearrange pages',
  },
  allRights: 'no right withheld',
  plain: 'none',
  signatures: (n) => counted('en', n, 'digital signature', 'digital signatures'),
  certified: {
    1: 'certified: no change allowed',
    2: 'certified: filling in allowed',
    3: 'certified: filling in and annotations allowed',
  },
  locksFields: 'a signature locks fields',
  usageRights: 'Adobe usage rights',
  form: 'form to fill in',
  xfa: 'XFA form',
  scripts: (n) => counted('en', n, 'script', 'scripts'),
  attachments: (n) => counted('en', n, 'attached file', 'attached files'),
  hybridXref: 'hybrid cross-reference',
  damagedXref: 'damaged cross-reference',
  lift: (n) =>
    n === 1
      ? 'One document’s rights forbid adding fields to it: it stays here until you decide.'
      : `The rights of ${n} documents forbid adding fields to them: they stay here until you decide.`,
  liftReason: (n) => `Why the office may prepare ${n === 1 ? 'it' : 'them'}`,
  liftHint: 'One reason for the batch, kept in the journal without names. The file’s encryption and rights remain.',
  liftAsk: 'Decide…',
  liftNow: 'Prepare anyway',
  lifted: (n, reason) =>
    `${n === 1 ? 'Prepared despite its rights' : `${n} documents prepared despite their rights`}, as you decided: ${reason}`,
  takeBack: 'Take my decision back',
};

export const traitsText = (language: Language): typeof FR => (language === 'fr' ? FR : EN);

/** How a PDF is protected, in one line. */
export function protectionText({ traits, locked }: NonNullable<DocumentRow['file']>, language: Language): string {
  const words = traitsText(language);
  if (!traits.encrypted) return words.open;
  const rights = traits.withheld.map((right) => words.rights[right]);
  return [
    locked ? words.user : words.owner,
    rights.length === 0 ? words.allRights : words.withheld(rights.join(', ')),
  ].join(' · ');
}

/** What a PDF carries that most do not, in one line. */
export function particularsText(traits: PdfTraits, language: Language): string {
  const words = traitsText(language);
  const { signatures, certification, scripts, attachments } = traits;
  const said = [
    signatures > 0 ? words.signatures(signatures) : null,
    certification === null ? null : words.certified[certification],
    traits.locksFields ? words.locksFields : null,
    traits.usageRights ? words.usageRights : null,
    traits.xfa ? words.xfa : traits.form ? words.form : null,
    scripts > 0 ? words.scripts(scripts) : null,
    attachments > 0 ? words.attachments(attachments) : null,
    traits.soundXref ? (traits.hybridXref ? words.hybridXref : null) : words.damagedXref,
  ].filter((part) => part !== null);
  return said.length === 0 ? words.plain : said.join(' · ');
}
