export type FormLanguage = 'fr' | 'en';

export interface FormTexts {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly optional: string;
  /** Unless the office gives its own. */
  readonly consent: string;
  readonly honeypot: string;
  readonly send: string;
  readonly sending: string;
  readonly received: string;
  readonly missingName: string;
  readonly wrongEmail: string;
  readonly missingConsent: string;
  readonly refused: string;
  readonly tooMany: string;
  readonly notSent: string;
  readonly preview: string;
}

/** The form's own words: it is on the office's site, where the app's are not. */
export const FORM_TEXTS: Readonly<Record<FormLanguage, FormTexts>> = {
  fr: {
    name: 'Nom complet',
    email: 'Courriel',
    phone: 'Téléphone',
    optional: 'facultatif',
    consent:
      'J’accepte que ce bureau garde ces renseignements pour communiquer avec moi et m’inviter à son espace sécurisé.',
    honeypot: 'Laissez ce champ vide',
    send: 'Envoyer la demande',
    sending: 'Envoi…',
    received: 'Demande reçue. Nous vous écrirons à l’adresse donnée.',
    missingName: 'Écrivez votre nom.',
    wrongEmail: 'Écrivez une adresse de courriel, comme nom@exemple.ca.',
    missingConsent: 'Cochez cette case pour continuer.',
    refused: 'La demande n’a pas pu être lue. Vérifiez les champs, puis réessayez.',
    tooMany: 'Trop de demandes à la fois. Réessayez dans une minute.',
    notSent: 'La demande n’est pas partie. Vérifiez votre connexion, puis réessayez : rien n’est effacé.',
    preview: 'Aperçu : rien n’est envoyé.',
  },
  en: {
    name: 'Full name',
    email: 'Email',
    phone: 'Phone',
    optional: 'optional',
    consent: 'I agree that this office keeps this information to contact me and invite me to its secure space.',
    honeypot: 'Leave this field empty',
    send: 'Send the request',
    sending: 'Sending…',
    received: 'Request received. We will write to the address you gave.',
    missingName: 'Enter your name.',
    wrongEmail: 'Enter an email address, such as name@example.com.',
    missingConsent: 'Check this box to continue.',
    refused: 'The request could not be read. Check the fields, then try again.',
    tooMany: 'Too many requests at once. Try again in a minute.',
    notSent: 'The request was not sent. Check your connection, then try again: nothing is erased.',
    preview: 'Preview: nothing is sent.',
  },
};
