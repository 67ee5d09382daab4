import type { ArchiveErrorCode } from '../../core/app-error';
import type { ErrorWords } from './error-words';

export const ARCHIVE_ERRORS = {
  'archive/not-a-zip': {
    fr: ['Ce fichier n’est pas une archive .zip.', 'Déposez un .zip de PDF, ou les PDF eux-mêmes.'],
    en: ['This file is not a .zip archive.', 'Drop a .zip of PDFs, or the PDFs themselves.'],
  },
  'archive/truncated': {
    fr: ['L’archive est incomplète.', 'La copie s’est sans doute interrompue : recopiez ou refaites le .zip.'],
    en: ['The archive is incomplete.', 'The copy was probably cut short: copy or make the .zip again.'],
  },
  'archive/empty': {
    fr: ['L’archive est vide.', 'Ajoutez-y les PDF à envoyer, puis déposez-la de nouveau.'],
    en: ['The archive is empty.', 'Put the PDFs to send into it, then drop it again.'],
  },
  'archive/no-pdf': {
    fr: [
      'L’archive ne contient aucun PDF.',
      'Imprimez les formulaires en PDF dans le logiciel, puis mettez-les dans le .zip.',
    ],
    en: ['The archive holds no PDF.', 'Print the forms to PDF from the software, then put them into the .zip.'],
  },
  'archive/too-many-entries': {
    fr: ['L’archive contient trop de fichiers.', 'Faites plusieurs archives plus petites.'],
    en: ['The archive holds too many files.', 'Make several smaller archives.'],
  },
  'archive/entry-too-large': {
    fr: [
      'Un fichier de l’archive est trop gros.',
      'Vérifiez ce PDF ; envoyez-le à part s’il est vraiment si volumineux.',
    ],
    en: ['A file of the archive is too large.', 'Check this PDF; send it apart if it really is that large.'],
  },
  'archive/ratio-bomb': {
    fr: [
      'Un fichier de l’archive se déploie de façon anormale.',
      'Ne l’ouvrez pas : refaites l’archive à partir du logiciel.',
    ],
    en: ['A file of the archive expands abnormally.', 'Do not open it: make the archive again from the software.'],
  },
  'archive/unsafe-name': {
    fr: [
      'Le nom de ce fichier dans l’archive est dangereux.',
      'Renommez-le sans chemin ni « .. », puis refaites l’archive.',
    ],
    en: [
      'The name of this file in the archive is unsafe.',
      'Rename it without a path or “..”, then make the archive again.',
    ],
  },
  'archive/damaged-entry': {
    fr: [
      'Ce fichier est endommagé dans l’archive.',
      'Réimprimez ce document et refaites l’archive ; le reste du lot continue.',
    ],
    en: [
      'This file is damaged in the archive.',
      'Print this document again and remake the archive; the rest of the batch goes on.',
    ],
  },
  'archive/needs-password': {
    fr: [
      'Ce fichier de l’archive est protégé par un mot de passe.',
      'Entrez le mot de passe du lot dans l’aperçu ; il n’est pas conservé.',
    ],
    en: [
      'This file of the archive is protected by a password.',
      'Enter the batch’s password in the preview; it is not kept.',
    ],
  },
  'archive/wrong-password': {
    fr: [
      'Le mot de passe n’ouvre pas ce fichier de l’archive.',
      'Entrez celui qui a servi à faire l’archive, ou refaites-la sans mot de passe.',
    ],
    en: [
      'The password does not open this file of the archive.',
      'Enter the one the archive was made with, or make it again without a password.',
    ],
  },
  'archive/unsupported-method': {
    fr: [
      'L’archive emploie une compression inconnue.',
      'Refaites-la avec « Envoyer vers, Dossier compressé » de Windows.',
    ],
    en: ['The archive uses an unknown compression.', 'Make it again with “Send to, Compressed folder” of Windows.'],
  },
  'archive/unsupported-encryption': {
    fr: ['L’archive emploie un chiffrement inconnu.', 'Refaites-la sans mot de passe : tout est chiffré ici.'],
    en: ['The archive uses an unknown encryption.', 'Make it again without a password: everything is encrypted here.'],
  },
  'archive/inconsistent': {
    fr: [
      'L’archive se contredit : un autre logiciel y verrait d’autres fichiers.',
      'Refaites-la à partir du dossier d’origine.',
    ],
    en: [
      'The archive contradicts itself: another program would see other files in it.',
      'Make it again from the original folder.',
    ],
  },
  'archive/multi-volume': {
    fr: [
      'L’archive est coupée en plusieurs volumes.',
      'Refaites-la en un seul fichier, ou en plusieurs archives indépendantes.',
    ],
    en: [
      'The archive is split into several volumes.',
      'Make it again as one file, or as several archives of their own.',
    ],
  },
  'archive/nested-archive': {
    fr: ['Ce fichier est une archive dans l’archive.', 'Extrayez-la et déposez-la à part ; le reste du lot continue.'],
    en: ['This file is an archive inside the archive.', 'Extract it and drop it apart; the rest of the batch goes on.'],
  },
  'archive/overlapping-entry': {
    fr: [
      'Ce fichier occupe la même place qu’un autre dans l’archive.',
      'Ne l’ouvrez pas : refaites l’archive à partir du logiciel.',
    ],
    en: [
      'This file takes the same place as another in the archive.',
      'Do not open it: make the archive again from the software.',
    ],
  },
} satisfies Record<ArchiveErrorCode, ErrorWords>;
