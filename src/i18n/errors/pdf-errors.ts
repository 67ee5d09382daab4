import type { PdfErrorCode } from '../../core/app-error';
import type { ErrorWords } from './error-words';

export const PDF_ERRORS = {
  'pdf/empty-file': {
    fr: ['Ce PDF est vide.', 'Réimprimez le document en PDF.'],
    en: ['This PDF is empty.', 'Print the document to PDF again.'],
  },
  'pdf/not-a-pdf': {
    fr: ['Ce fichier n’est pas un PDF.', 'Réimprimez le document en PDF ; changer l’extension ne suffit pas.'],
    en: ['This file is not a PDF.', 'Print the document to PDF; changing the extension is not enough.'],
  },
  'pdf/damaged': {
    fr: ['Ce PDF est endommagé.', 'Réimprimez-le depuis le logiciel ; le reste du lot continue.'],
    en: ['This PDF is damaged.', 'Print it again from the software; the rest of the batch goes on.'],
  },
  'pdf/too-slow': {
    fr: [
      'Ce PDF prend trop de temps à lire : sa lecture a été arrêtée.',
      'Réimprimez-le depuis le logiciel, sans image ni annexe de trop ; le reste du lot continue.',
    ],
    en: [
      'This PDF takes too long to read: reading it was stopped.',
      'Print it again from the software, without needless images or schedules; the rest of the batch goes on.',
    ],
  },
  'pdf/needs-password': {
    fr: [
      'Ce PDF demande un mot de passe.',
      'Entrez-le dans l’aperçu, ou réimprimez le document sans mot de passe : il sera chiffré ici.',
    ],
    en: [
      'This PDF asks for a password.',
      'Enter it in the preview, or print the document without one: it will be encrypted here.',
    ],
  },
  'pdf/wrong-password': {
    fr: [
      'Le mot de passe n’ouvre pas ce PDF.',
      'Entrez le sien, ou réimprimez le document sans mot de passe : il sera chiffré ici.',
    ],
    en: [
      'The password does not open this PDF.',
      'Enter its own, or print the document without one: it will be encrypted here.',
    ],
  },
  'pdf/locked-signed': {
    fr: [
      'Ce PDF est signé et demande un mot de passe.',
      'Son destinataire ne pourrait pas l’ouvrir, et le déchiffrer briserait la signature. Réimprimez-le sans mot de passe.',
    ],
    en: [
      'This PDF is signed and asks for a password.',
      'Its recipient could not open it, and decrypting it would break the signature. Print it again without a password.',
    ],
  },
  'pdf/xfa': {
    fr: [
      'Ce PDF est un formulaire XFA, qui ne peut pas être signé ainsi.',
      'Imprimez-le en PDF ordinaire depuis le logiciel d’impôt.',
    ],
    en: [
      'This PDF is an XFA form, which cannot be signed this way.',
      'Print it to an ordinary PDF from the tax software.',
    ],
  },
  'pdf/rewritten': {
    fr: [
      'Les octets d’origine n’ont pas pu être gardés intacts.',
      'Le document n’est pas envoyé. Réimprimez-le et réessayez.',
    ],
    en: ['The original bytes could not be kept intact.', 'The document is not sent. Print it again and retry.'],
  },
  'pdf/check-failed': {
    fr: ['Le document préparé n’a pas passé sa relecture.', 'Il n’est pas envoyé. Réimprimez-le et réessayez.'],
    en: ['The prepared document failed its check.', 'It is not sent. Print it again and retry.'],
  },
  'pdf/clear-metadata': {
    fr: [
      'Rien ne peut être ajouté à un PDF chiffré dont les métadonnées sont en clair.',
      'Il n’est pas envoyé. Réimprimez-le sans protection.',
    ],
    en: [
      'Nothing can be added to an encrypted PDF whose metadata is not.',
      'It is not sent. Print it again without protection.',
    ],
  },
  'pdf/no-such-page': {
    fr: ['Cette page n’existe pas dans le document.', 'Revenez à une autre page.'],
    en: ['This page does not exist in the document.', 'Go back to another page.'],
  },
} satisfies Record<PdfErrorCode, ErrorWords>;
