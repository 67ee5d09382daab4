import type { ConsentWay } from '../core/documents/spouse-consent';
import type { Language } from '../core/language';

/** Words of the consent between spouses: they come with the screens that show it. */
const FR = {
  title: 'Consentement du conjoint',
  settings: 'Consentements entre conjoints',
  lead: 'Qui a consenti à ce que son conjoint reçoive copie de ses documents. Sans consentement noté, rien de l’un ne part à l’autre. Ce qui se signe ne part jamais qu’au signataire.',
  none: 'Aucun consentement noté sur ce poste.',
  unknown: 'Client inconnu de ce poste',
  absent: (spouse: string) => `${spouse} n’en reçoit pas copie : aucun consentement noté.`,
  given: (spouse: string, how: string, on: string, by: string) =>
    `${spouse} en reçoit copie : consentement ${how} du ${on}, reçu par ${by}.`,
  line: (client: string, spouse: string, how: string, on: string, by: string) =>
    `${client} consent à ce que ${spouse} reçoive copie de ses documents : ${how}, le ${on}, reçu par ${by}.`,
  record: 'Noter le consentement',
  recordOf: (client: string) => `Consentement de ${client}`,
  how: 'Donné comment',
  way: { written: 'par écrit', 'e-mail': 'par courriel', 'in-person': 'en personne' } satisfies Record<
    ConsentWay,
    string
  >,
  on: 'Donné le',
  by: 'Reçu par',
  byHint: 'La personne du bureau qui l’a reçu.',
  save: 'Noter',
  cancel: 'Annuler',
  withdraw: 'Retirer le consentement',
  withdrawOf: (client: string) => `Retirer le consentement de ${client}`,
  withdrawHint: 'Ce qui n’est pas encore parti au conjoint est annulé.',
};

const EN: typeof FR = {
  title: 'Spouse’s consent',
  settings: 'Consents between spouses',
  lead: 'Who consented to their spouse receiving a copy of their documents. Without a recorded consent, nothing of one leaves for the other. What is signed only ever leaves for its signer.',
  none: 'No consent is recorded on this workstation.',
  unknown: 'Client unknown to this workstation',
  absent: (spouse) => `${spouse} receives no copy: no consent is recorded.`,
  given: (spouse, how, on, by) => `${spouse} receives a copy: consent ${how} on ${on}, received by ${by}.`,
  line: (client, spouse, how, on, by) =>
    `${client} consents to ${spouse} receiving a copy of their documents: ${how}, on ${on}, received by ${by}.`,
  record: 'Record the consent',
  recordOf: (client) => `Consent of ${client}`,
  how: 'Given how',
  way: { written: 'in writing', 'e-mail': 'by e-mail', 'in-person': 'in person' },
  on: 'Given on',
  by: 'Received by',
  byHint: 'The person of the office who received it.',
  save: 'Record',
  cancel: 'Cancel',
  withdraw: 'Withdraw the consent',
  withdrawOf: (client) => `Withdraw the consent of ${client}`,
  withdrawHint: 'What has not left for the spouse yet is cancelled.',
};

export const consentText = (language: Language): typeof FR => (language === 'fr' ? FR : EN);
