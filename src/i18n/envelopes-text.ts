import type { Language } from '../core/language';

/** Words of the list of envelopes alone, its spreadsheet's among them; they come with its screen. */
const FR = {
  manage: 'Rappels et copies',
  save: 'Exporter en CSV',
  file: 'suivi-des-envois',
  header: {
    code: 'Code',
    client: 'Client',
    documents: 'Documents',
    sent: 'Envoyée le',
    state: 'État',
    recipient: 'Destinataire',
    role: 'Rôle',
    email: 'Courriel',
    opened: 'Ouverte le',
    signed: 'Signée le',
    refused: 'Refusée le',
    reason: 'Motif',
    reminded: 'Dernier rappel',
    labels: 'Étiquettes',
    followUpOn: 'Suivi le',
    folderGoes: 'Dossier gardé jusqu’au',
    saved: 'Copie enregistrée ici',
  },
  yes: 'oui',
  no: 'non',
};

const EN: typeof FR = {
  manage: 'Reminders and copies',
  save: 'Export as CSV',
  file: 'delivery-tracking',
  header: {
    code: 'Code',
    client: 'Client',
    documents: 'Documents',
    sent: 'Sent on',
    state: 'State',
    recipient: 'Recipient',
    role: 'Role',
    email: 'E-mail',
    opened: 'Opened on',
    signed: 'Signed on',
    refused: 'Refused on',
    reason: 'Reason',
    reminded: 'Last reminder',
    labels: 'Labels',
    followUpOn: 'Follow up on',
    folderGoes: 'Folder kept until',
    saved: 'Copy saved here',
  },
  yes: 'yes',
  no: 'no',
};

export const envelopesText = (language: Language): typeof FR => (language === 'fr' ? FR : EN);
