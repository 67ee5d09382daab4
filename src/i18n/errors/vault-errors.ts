import type { VaultErrorCode } from '../../core/app-error';
import type { ErrorWords } from './error-words';

export const VAULT_ERRORS = {
  'vault/passphrase-too-short': {
    fr: ['La phrase de passe est trop courte.', 'Elle doit compter au moins 12 caractères.'],
    en: ['The passphrase is too short.', 'It must have at least 12 characters.'],
  },
  'vault/passphrases-differ': {
    fr: ['Les deux phrases de passe diffèrent.', 'Retapez la même phrase dans les deux champs.'],
    en: ['The two passphrases differ.', 'Type the same one in both fields.'],
  },
  'vault/wrong-passphrase': {
    fr: [
      'Cette phrase de passe n’ouvre pas le coffre.',
      'Vérifiez les majuscules et la disposition du clavier, puis réessayez.',
    ],
    en: ['This passphrase does not open the vault.', 'Check capitals and the keyboard layout, then try again.'],
  },
  'vault/locked': {
    fr: ['Le coffre est verrouillé.', 'Déverrouillez-le, puis recommencez.'],
    en: ['The vault is locked.', 'Unlock it, then start again.'],
  },
  'vault/already-exists': {
    fr: ['Ce poste a déjà un coffre.', 'Rechargez la page et déverrouillez-le.'],
    en: ['This workstation already has a vault.', 'Reload the page and unlock it.'],
  },
  'vault/passkey-refused': {
    fr: [
      'La clé d’accès n’a pas répondu.',
      'La demande a été annulée, ou la clé n’est pas sur ce poste. Réessayez, ou servez-vous de la phrase de passe.',
    ],
    en: [
      'The passkey did not answer.',
      'The request was cancelled, or the key is not on this workstation. Try again, or use the passphrase.',
    ],
  },
  'vault/passkey-no-prf': {
    fr: [
      'Cette clé d’accès ne peut pas ouvrir un coffre.',
      'Servez-vous de la phrase de passe, ou d’une autre clé (Windows Hello récent, clé de sécurité FIDO2).',
    ],
    en: [
      'This passkey cannot open a vault.',
      'Use the passphrase, or another key (a recent Windows Hello, a FIDO2 security key).',
    ],
  },
  'vault/damaged-record': {
    fr: [
      'Un enregistrement du coffre est endommagé.',
      'Rien n’est envoyé à partir de lui. Refaites l’aperçu à partir du fichier d’origine.',
    ],
    en: ['A record of the vault is damaged.', 'Nothing is sent from it. Preview again from the original file.'],
  },
} satisfies Record<VaultErrorCode, ErrorWords>;
