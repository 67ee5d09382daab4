import type { ProblemCode } from '../../src/contract/problem.schema';
import { t } from './words';
import type { Words } from './words';

/** What a server that does not give this refusal has to mend. */
export const MEND: Readonly<Record<ProblemCode, Words>> = {
  'invalid-json': t('Refusez un corps qui n’est pas du JSON en UTF-8.', 'Refuse a body that is not JSON in UTF-8.'),
  'invalid-query': t(
    'Refusez un paramètre mal formé plutôt que de le deviner : une page serait perdue sans bruit.',
    'Refuse a malformed parameter rather than guess: a page would be lost in silence.',
  ),
  'invalid-range': t(
    'Refusez un Content-Range qui ne s’accorde pas avec le corps.',
    'Refuse a Content-Range that does not agree with the body.',
  ),
  'digest-mismatch': t(
    'Calculez le SHA-256 du corps reçu et comparez-le à Content-Digest (et, pour un téléversement, à son nom) avant tout effet ; sinon un document abîmé serait livré.',
    'Compute the SHA-256 of the body that came and compare it with Content-Digest (and, for an upload, with its name) before any effect; or a damaged document would be delivered.',
  ),
  'idempotency-key-required': t(
    'Refusez l’appel sans Idempotency-Key : sans elle, une répétition livrerait deux fois.',
    'Refuse the call without Idempotency-Key: without it, a repeat would deliver twice.',
  ),
  unauthorized: t(
    'Refusez toute requête dont la clé manque ou n’est pas la bonne, avant toute lecture.',
    'Refuse every request whose key is missing or wrong, before reading anything.',
  ),
  forbidden: t('Refusez ce que la clé ne permet pas.', 'Refuse what the key does not allow.'),
  'not-found': t('Répondez 404 à ce qui n’existe pas.', 'Answer 404 to what does not exist.'),
  'office-not-found': t(
    'Répondez 404 « office-not-found » tant qu’aucun cabinet n’est créé.',
    'Answer 404 office-not-found while no office was made.',
  ),
  'not-signed': t(
    'Répondez 404 « not-signed » tant que la copie signée n’existe pas.',
    'Answer 404 not-signed while there is no signed copy.',
  ),
  'method-not-allowed': t('Répondez 405 avec Allow.', 'Answer 405 with Allow.'),
  'already-delivered': t(
    'Tenez deliveryKey unique sur toutes les enveloppes, par une contrainte de la base de données, et dites qui la tient : deliveryKey, envelopeId, deliveredAt, deliveredBy, sentAt. Sinon deux postes livrent le même document.',
    'Hold deliveryKey unique over all envelopes, by a constraint of the database, and say who holds it: deliveryKey, envelopeId, deliveredAt, deliveredBy, sentAt. Or two workstations deliver the same document.',
  ),
  'already-sent': t(
    'Refusez de retirer une enveloppe envoyée : seul un brouillon se retire.',
    'Refuse to withdraw an envelope that was sent: only a draft is withdrawn.',
  ),
  'envelope-not-open': t(
    'Refusez l’acte quand l’enveloppe n’attend plus personne.',
    'Refuse the act when the envelope waits for nobody.',
  ),
  'idempotency-in-progress': t(
    'Refusez la seconde requête tant que la première sous la même clé court encore.',
    'Refuse the second request while the first under the same key is still running.',
  ),
  'made-under-another-key': t(
    'Refusez de retirer un brouillon fait sous une autre Idempotency-Key : il est d’un autre poste.',
    'Refuse to withdraw a draft made under another Idempotency-Key: it is another workstation’s.',
  ),
  'recipient-not-invited': t(
    'Refusez une enveloppe dont un destinataire n’a jamais été invité.',
    'Refuse an envelope with a recipient who was never invited.',
  ),
  'upload-missing': t(
    'Refusez une enveloppe dont le contenu d’un document n’est pas entièrement arrivé.',
    'Refuse an envelope while the content of a document has not wholly arrived.',
  ),
  'upload-offset-mismatch': t(
    'Refusez une partie qui ne commence pas à l’octet attendu, et dites lequel dans Upload-Offset.',
    'Refuse a part that does not begin at the expected byte, and say which in Upload-Offset.',
  ),
  'precondition-failed': t(
    'Comparez If-Match (ou If-None-Match) à la version présente, dans la transaction qui écrit.',
    'Compare If-Match (or If-None-Match) with the present version, in the transaction that writes.',
  ),
  'body-too-large': t(
    'Refusez un corps démesuré d’après Content-Length, sans l’attendre.',
    'Refuse an outsize body by its Content-Length, without waiting for it.',
  ),
  'unsupported-media-type': t(
    'Refusez un corps qui n’est pas annoncé application/json.',
    'Refuse a body that is not announced as application/json.',
  ),
  'idempotency-key-reused': t(
    'Gardez l’empreinte de la requête avec la clé, et refusez la même clé avec un autre corps.',
    'Keep the digest of the request with the key, and refuse the same key with another body.',
  ),
  'invalid-body': t(
    'Refusez un corps qui n’est pas de la forme publiée (docs/openapi.json), en nommant l’endroit dans errors.',
    'Refuse a body that is not of the published shape (docs/openapi.json), naming the place in errors.',
  ),
  'precondition-required': t(
    'Exigez If-Match (ou If-None-Match) : sinon deux postes s’écrasent l’un l’autre.',
    'Require If-Match (or If-None-Match): or two workstations overwrite each other.',
  ),
  'too-many-requests': t(
    'Limitez les requêtes d’une même adresse, et dites dans Retry-After quand revenir.',
    'Limit the requests of one address, and say in Retry-After when to come back.',
  ),
  'internal-error': t('Ne répondez pas 500 à cette requête.', 'Do not answer 500 to this request.'),
  'upstream-unreachable': t('Rendez le serveur joignable.', 'Make the server reachable.'),
  'upstream-dns': t('Corrigez le nom du serveur dans le mandataire.', 'Correct the server name in the proxy.'),
  'upstream-tls': t('Renouvelez le certificat du serveur.', 'Renew the certificate of the server.'),
  'upstream-timeout': t('Faites répondre le serveur à temps.', 'Make the server answer in time.'),
  unavailable: t('Rendez le serveur disponible.', 'Make the server available.'),
};

/** Of every POST with an effect. */
export const MEND_REPLAY = t(
  'Gardez la réponse sous l’Idempotency-Key dans la même transaction que son effet, et rendez-la mot pour mot avec Idempotency-Replayed: true ; sinon une réponse perdue livre deux fois.',
  'Keep the answer under the Idempotency-Key in the same transaction as its effect, and give it back word for word with Idempotency-Replayed: true; or a lost answer delivers twice.',
);

export const MEND_PAGING = t(
  'Triez par une clé unique et stable, et faites reprendre le curseur juste après la dernière ligne donnée : une ligne perdue est un client ou une livraison que personne ne voit.',
  'Sort by a unique and stable key, and let the cursor go on right after the last row given: a lost row is a client or a delivery that nobody sees.',
);
