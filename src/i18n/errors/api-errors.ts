import type { ApiErrorCode } from '../../core/app-error';
import type { ErrorWords } from './error-words';

export const API_ERRORS = {
  'api/offline': {
    fr: ['Ce poste est hors ligne.', 'Continuez : les envois attendent ici et partiront au retour du réseau.'],
    en: ['This workstation is offline.', 'Carry on: items wait here and leave when the network returns.'],
  },
  'api/proxy-unreachable': {
    fr: ['Le serveur qui héberge cette page ne répond pas.', 'Vérifiez le réseau du bureau, puis réessayez.'],
    en: ['The server that hosts this page does not answer.', 'Check the office network, then try again.'],
  },
  'api/upstream-unreachable': {
    fr: [
      'Le serveur du bureau ne joint pas GEM-BOOKS.',
      'Demandez au responsable informatique de vérifier l’adresse de GEM-BOOKS dans le serveur mandataire.',
    ],
    en: ['The office server cannot reach GEM-BOOKS.', 'Ask the IT person to check the GEM-BOOKS address in the proxy.'],
  },
  'api/upstream-dns': {
    fr: [
      'Le serveur du bureau ne connaît pas l’adresse de GEM-BOOKS (DNS).',
      'Demandez au responsable informatique de vérifier le nom de GEM-BOOKS et le DNS dans le serveur mandataire.',
    ],
    en: [
      'The office server does not know the address of GEM-BOOKS (DNS).',
      'Ask the IT person to check the GEM-BOOKS name and the DNS in the proxy.',
    ],
  },
  'api/upstream-tls': {
    fr: [
      'Le serveur du bureau n’accepte pas le certificat de GEM-BOOKS (TLS).',
      'N’envoyez rien d’une autre façon. Demandez au responsable informatique de vérifier le certificat et l’horloge du serveur.',
    ],
    en: [
      'The office server does not accept the certificate of GEM-BOOKS (TLS).',
      'Send nothing another way. Ask the IT person to check the certificate and the clock of the server.',
    ],
  },
  'api/upstream-timeout': {
    fr: [
      'GEM-BOOKS n’a pas répondu à temps au serveur du bureau.',
      'Continuez : les envois attendent ici et repartent d’eux-mêmes. Si cela dure, prévenez GEM-BOOKS.',
    ],
    en: [
      'GEM-BOOKS did not answer the office server in time.',
      'Carry on: items wait here and leave by themselves. If it lasts, tell GEM-BOOKS.',
    ],
  },
  'api/unauthorized': {
    fr: [
      'GEM-BOOKS refuse la clé (401).',
      'Copiez de nouveau la clé depuis GEM-BOOKS : Paramètres, Configurations, onglet API.',
    ],
    en: ['GEM-BOOKS refuses the key (401).', 'Copy the key again from GEM-BOOKS: Settings, Configurations, API tab.'],
  },
  'api/forbidden': {
    fr: [
      'Cette clé n’a pas les droits voulus (403).',
      'Demandez à l’administrateur de GEM-BOOKS de lui donner accès aux clients et aux documents.',
    ],
    en: [
      'This key lacks the needed rights (403).',
      'Ask the GEM-BOOKS administrator to give it access to clients and documents.',
    ],
  },
  'api/wrong-address': {
    fr: [
      'L’adresse ne mène pas à l’API de GEM-BOOKS (404).',
      'Vérifiez l’adresse configurée dans le serveur du bureau.',
    ],
    en: ['The address does not lead to the GEM-BOOKS API (404).', 'Check the address configured in the office server.'],
  },
  'api/missing-capability': {
    fr: ['Ce GEM-BOOKS n’offre pas cette fonction.', 'La partie documentée fonctionne ; le reste attend l’extension.'],
    en: [
      'This GEM-BOOKS does not offer this function.',
      'The documented part works; the rest waits for the extension.',
    ],
  },
  'api/clock-skew': {
    fr: [
      'L’horloge de ce poste n’est pas à l’heure.',
      'Réglez la date et l’heure : elles figurent au journal et aux signatures.',
    ],
    en: ['The clock of this workstation is wrong.', 'Set date and time: they go into the journal and the signatures.'],
  },
  'api/server-error': {
    fr: [
      'GEM-BOOKS a répondu par une erreur.',
      'L’envoi sera repris de lui-même ; si cela dure, prévenez le soutien de GEM-BOOKS.',
    ],
    en: ['GEM-BOOKS answered with an error.', 'It is tried again by itself; if it lasts, tell GEM-BOOKS support.'],
  },
  'api/unexpected-answer': {
    fr: [
      'GEM-BOOKS a répondu autrement que prévu.',
      'Vérifiez la connexion ; si cela se répète, prévenez le soutien de GEM-BOOKS.',
    ],
    en: [
      'GEM-BOOKS answered in an unexpected way.',
      'Check the connection; if it happens again, tell GEM-BOOKS support.',
    ],
  },
} satisfies Record<ApiErrorCode, ErrorWords>;
