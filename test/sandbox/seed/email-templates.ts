/** Four pairs; the first is the default one. */
export const EMAIL_TEMPLATES = [
  {
    id: 'tpl-signature',
    name: 'Documents à signer',
    isDefault: true,
    subject: { fr: '{store} : des documents à signer', en: '{store}: documents to sign' },
    body: {
      fr: 'Bonjour {client_contact},\n\nDes documents sont prêts à signer dans votre dossier sécurisé « {folder_title} ».\nConnectez-vous pour les lire et les signer :\n\n{link}\n\nPour toute question, écrivez à {account_manager}.\n\n{store}\n',
      en: 'Hello {client_contact},\n\nDocuments are ready to sign in your secure folder “{folder_title}”.\nLog in to read and sign them:\n\n{link}\n\nFor any question, write to {account_manager}.\n\n{store}\n',
    },
  },
  {
    id: 'tpl-consultation',
    name: 'Documents pour consultation',
    isDefault: false,
    subject: { fr: '{store} : des documents à consulter', en: '{store}: documents for you' },
    body: {
      fr: 'Bonjour {client_contact},\n\nDes documents vous attendent dans votre dossier sécurisé « {folder_title} ». Aucune signature n’est demandée.\n\n{link}\n\n{store}\n',
      en: 'Hello {client_contact},\n\nDocuments are waiting in your secure folder “{folder_title}”. No signature is needed.\n\n{link}\n\n{store}\n',
    },
  },
  {
    id: 'tpl-rappel',
    name: 'Rappel de signature',
    isDefault: false,
    subject: {
      fr: 'Rappel de {store} : votre signature est attendue',
      en: 'Reminder from {store}: your signature is needed',
    },
    body: {
      fr: 'Bonjour {client_contact},\n\nNous attendons encore votre signature dans le dossier sécurisé « {folder_title} ».\n\n{link}\n\n{account_manager}\n{store}\n',
      en: 'Hello {client_contact},\n\nWe are still waiting for your signature in the secure folder “{folder_title}”.\n\n{link}\n\n{account_manager}\n{store}\n',
    },
  },
  {
    id: 'tpl-mission',
    name: 'Lettre de mission',
    isDefault: false,
    subject: { fr: '{store} : votre lettre de mission', en: '{store}: your engagement letter' },
    body: {
      fr: 'Bonjour {client_contact},\n\nVotre lettre de mission est prête à signer dans votre dossier sécurisé.\n\n{link}\n\n{account_manager}\n{store}\n',
      en: 'Hello {client_contact},\n\nYour engagement letter is ready to sign in your secure folder.\n\n{link}\n\n{account_manager}\n{store}\n',
    },
  },
] as const;
