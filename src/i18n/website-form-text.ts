import type { Language } from '../core/language';

const fr = {
  title: 'Formulaire du site Web',
  lead: 'À coller dans le site du bureau. La réponse est la même que la personne soit déjà cliente ou non\u00a0: connue, elle reçoit un courriel\u202f; inconnue, elle est invitée.',
  absent: 'Ce serveur n’offre pas de formulaire pour le site Web.',
  language: 'Langue du formulaire',
  consent: 'Texte du consentement (facultatif)',
  code: 'Code à coller',
  copy: 'Copier le code',
  copied: 'Code copié.',
  notCopied: 'Le navigateur refuse de copier\u00a0: sélectionnez le code et copiez-le.',
  preview: 'Aperçu du formulaire',
};

const en: typeof fr = {
  title: 'Website form',
  lead: 'To paste into the office’s site. The answer is the same whether or not the person is already a client: known, they get an e-mail; unknown, they are invited.',
  absent: 'This server has no form for the website.',
  language: 'Language of the form',
  consent: 'Words of consent (optional)',
  code: 'Code to paste',
  copy: 'Copy the code',
  copied: 'Code copied.',
  notCopied: 'The browser refuses to copy: select the code and copy it.',
  preview: 'Preview of the form',
};

/** Apart from the dictionaries: read only with the screen that shows it. */
export const websiteFormText = (language: Language): typeof fr => (language === 'fr' ? fr : en);
