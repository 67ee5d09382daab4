import type { Language } from '../core/language';
import { counted } from './format';

/** Words of the review alone: they come with its screen, not with the first one. */
const FR = {
  override: 'Passer outre la contradiction',
  overrideReason: 'Pourquoi ce document est bien celui de ce client (gardé au journal, sans nom ni NAS)',
  overrideHint: 'Écrivez une raison : elle est exigée, et conservée avec le lot.',
  overridden: 'Contradiction levée par vous',
  trim: 'Préparer une copie dérivée sans ces pages',
  trimHint:
    'Pour consultation seulement : les pages internes en sont retirées. L’original reste intact ici, et le journal garde son empreinte.',
  trimmed: 'Copie dérivée, sans les pages internes',
  help: 'Raccourcis clavier',
  keys: [
    ['N', 'Problème suivant'],
    ['P', 'Problème précédent'],
    ['C', 'Confirmer la ligne'],
    ['A', 'Associer à un client'],
    ['M', 'Mettre de côté'],
    ['O', 'Passer outre, avec une raison écrite'],
    ['U', 'Revenir sur ma décision'],
    ['L', 'Voir ce qui part et ce qui reste'],
    ['?', 'Cette aide'],
  ],
  keysHint: 'Ces touches agissent dans la liste et dans le détail, jamais dans un champ où vous écrivez.',
  showOnPage: (what: string, page: number) => `${what} : montrer sur la page ${page}`,
  compare: 'Comparer côte à côte',
  compareTitle: (file: string) => `À qui est ${file} ?`,
  compareWith: 'Comparer avec',
  compared: {
    sin: 'NAS',
    clientNumber: 'Numéro',
    postalCode: 'Adresse',
    birthDate: 'Naissance',
    email: 'Courriel',
  },
  seenOn: (page: number) => `vu page ${page}`,
  otherOn: (page: number) => `un autre, page ${page}`,
  notSeen: 'pas dans le document',
  next: 'Problème suivant',
  namings: 'Nomenclatures',
  noProblem: 'Plus aucun problème à régler ici.',
  plan: 'Ligne par ligne',
  planTitle: 'Ce qui part, à qui, et ce qui reste',
  planLine: 'Ligne',
  leaves: (document: string, name: string, address: string, toSign: boolean) =>
    `${document} part à ${name} (${address}), ${toSign ? 'à signer' : 'pour consultation'}.`,
  leavesByHand: (document: string, name: string, toSign: boolean) =>
    `${document} sera dans le paquet à transmettre à ${name}, ${toSign ? 'à signer' : 'pour consultation'}.`,
  stays: (file: string, why: string) => `${file} reste ici : ${why}`,
  confirmSame: (n: number, why: string) =>
    `Confirmer ${counted('fr', n, 'document bien identifié', 'documents bien identifiés')} : ${why}`,
  setAsideShown: (n: number) => `Mettre de côté ${counted('fr', n, 'document affiché', 'documents affichés')}`,
  toConfirm: 'nom unique, à confirmer.',
  unmatched: 'aucun client associé.',
  setAside: (reason: string) => `mis de côté (${reason}).`,
  alreadySent: 'déjà envoyé.',
};

const EN: typeof FR = {
  override: 'Override the contradiction',
  overrideReason: 'Why this document is this client’s (kept in the journal, without name or SIN)',
  overrideHint: 'Write a reason: it is required, and kept with the batch.',
  overridden: 'Contradiction lifted by you',
  trim: 'Prepare a derived copy without these pages',
  trimHint:
    'For consultation only: internal pages are left out. The original stays untouched here, and the journal keeps its digest.',
  trimmed: 'Derived copy, without internal pages',
  help: 'Keyboard shortcuts',
  keys: [
    ['N', 'Next problem'],
    ['P', 'Previous problem'],
    ['C', 'Confirm the row'],
    ['A', 'Assign to a client'],
    ['M', 'Set aside'],
    ['O', 'Override, with a written reason'],
    ['U', 'Take my decision back'],
    ['L', 'See what leaves and what stays'],
    ['?', 'This help'],
  ],
  keysHint: 'These keys work in the list and the detail, never in a field you type in.',
  showOnPage: (what, page) => `${what}: show on page ${page}`,
  compare: 'Compare side by side',
  compareTitle: (file) => `Whose is ${file}?`,
  compareWith: 'Compare with',
  compared: {
    sin: 'SIN',
    clientNumber: 'Number',
    postalCode: 'Address',
    birthDate: 'Birth',
    email: 'E-mail',
  },
  seenOn: (page) => `seen on page ${page}`,
  otherOn: (page) => `another’s, page ${page}`,
  notSeen: 'not in the document',
  next: 'Next problem',
  namings: 'Namings',
  noProblem: 'No problem is left to settle here.',
  plan: 'Line by line',
  planTitle: 'What leaves, to whom, and what stays',
  planLine: 'Line',
  leaves: (document, name, address, toSign) =>
    `${document} leaves for ${name} (${address}), ${toSign ? 'to sign' : 'for consultation'}.`,
  leavesByHand: (document, name, toSign) =>
    `${document} will be in the package to hand to ${name}, ${toSign ? 'to sign' : 'for consultation'}.`,
  stays: (file, why) => `${file} stays here: ${why}`,
  confirmSame: (n, why) =>
    `Confirm ${counted('en', n, 'well identified document', 'well identified documents')}: ${why}`,
  setAsideShown: (n) => `Set aside ${counted('en', n, 'document shown', 'documents shown')}`,
  toConfirm: 'unique name, to confirm.',
  unmatched: 'no client is assigned.',
  setAside: (reason) => `set aside (${reason}).`,
  alreadySent: 'already sent.',
};

export const reviewText = (language: Language): typeof FR => (language === 'fr' ? FR : EN);
