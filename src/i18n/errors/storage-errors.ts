import type { StorageErrorCode } from '../../core/app-error';
import type { ErrorWords } from './error-words';

export const STORAGE_ERRORS = {
  'storage/quota': {
    fr: [
      'Il ne reste plus assez d’espace sur ce poste.',
      'Libérez de l’espace disque, puis réessayez. Rien n’a été perdu.',
    ],
    en: [
      'There is not enough space left on this workstation.',
      'Free some disk space, then try again. Nothing was lost.',
    ],
  },
  'storage/blocked': {
    fr: [
      'Un autre onglet retient une ancienne version des données.',
      'Fermez les autres onglets d’Impôt Sync, puis rechargez celui-ci.',
    ],
    en: ['Another tab holds an older version of the data.', 'Close the other Impôt Sync tabs, then reload this one.'],
  },
  'storage/newer-version': {
    fr: [
      'Les données de ce poste viennent d’une version plus récente.',
      'Rechargez la page pour obtenir la version à jour.',
    ],
    en: ['The data of this workstation comes from a newer version.', 'Reload the page to get the current version.'],
  },
  'storage/pack-in-use': {
    fr: ['Un autre onglet prépare déjà ce lot.', 'Attendez qu’il termine, ou fermez-le.'],
    en: ['Another tab is already preparing this batch.', 'Wait until it ends, or close it.'],
  },
  'storage/missing-document': {
    fr: [
      'Un document scellé a disparu de ce poste.',
      'Le navigateur a pu effacer ses données : déposez de nouveau le même .zip.',
    ],
    en: [
      'A sealed document is gone from this workstation.',
      'The browser may have erased its data: drop the same .zip again.',
    ],
  },
  'storage/folder-unavailable': {
    fr: [
      'Le dossier choisi ne peut plus être écrit.',
      'Vérifiez que le lecteur du bureau est branché, puis choisissez le dossier de nouveau. Rien n’est perdu.',
    ],
    en: [
      'The chosen folder can no longer be written to.',
      'Check that the office’s drive is connected, then choose the folder again. Nothing is lost.',
    ],
  },
} satisfies Record<StorageErrorCode, ErrorWords>;
