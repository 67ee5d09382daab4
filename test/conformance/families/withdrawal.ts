import type { Check } from '../check';
import { MEND } from '../mend';
import { wholeList } from '../whole-list';
import { t } from '../words';
import * as want from '../want';

const MEND_FREE = t(
  'Retirer un brouillon libère ses clés de livraison et garde la mémoire de la clé qui l’a fait : une copie tardive de sa création ne refait rien.',
  'Withdrawing a draft frees its delivery keys and keeps the memory of the key that made it: a late copy of its making makes nothing.',
);

/** `DELETE envelopes/{id}`: what « Annuler l'envoi » stands on. */
export const WITHDRAWAL: readonly Check[] = [
  {
    id: 'deleteEnvelope',
    title: t(
      'retire un brouillon, libère ses clés, et une copie tardive ne le refait pas',
      'withdraws a draft, frees its keys, and a late copy does not make it again',
    ),
    run: async (kit, world) => {
      const { id, body, idempotencyKey } = await world.draft();
      const gone = await kit.call('deleteEnvelope', { places: { id }, idempotencyKey });
      want.status(gone, 204);
      want.problem(await kit.call('deleteEnvelope', { places: { id }, idempotencyKey }), 'not-found');
      want.problem(await kit.call('getEnvelope', { places: { id } }), 'not-found');
      const late = await kit.call('createEnvelope', { body, idempotencyKey });
      const key = String(body.documents[0]?.['deliveryKey']);
      const all = await wholeList(kit, 'listDeliveries', { limit: 200 });
      want.that(
        late,
        !all.some((row) => String(row['deliveryKey']) === key),
        t('clé de livraison libre (GET deliveries)', 'delivery key free (GET deliveries)'),
        MEND_FREE,
        t('encore tenue', 'still held'),
      );
      const again = kit.fresh('enveloppe');
      const made = await kit.call('createEnvelope', { body, idempotencyKey: again });
      want.status(made, 201, MEND_FREE);
      world.withdraw(String(made.json['data']?.['id']), again);
    },
  },
  {
    id: 'deleteEnvelope',
    title: t('refuse le brouillon d’un autre poste', 'refuses the draft of another workstation'),
    run: async (kit, world) => {
      const { id } = await world.sharedDraft();
      const idempotencyKey = kit.fresh('autre-poste');
      want.problem(await kit.call('deleteEnvelope', { places: { id }, idempotencyKey }), 'made-under-another-key');
      const still = await kit.call('getEnvelope', { places: { id } });
      want.status(still, 200, MEND['made-under-another-key']);
    },
  },
  {
    id: 'deleteEnvelope',
    title: t('refuse ce qui a été envoyé', 'refuses what was sent'),
    run: async (kit, world) => {
      const { id, idempotencyKey } = await world.sharedSent();
      want.problem(await kit.call('deleteEnvelope', { places: { id }, idempotencyKey }), 'already-sent');
      want.status(await kit.call('getEnvelope', { places: { id } }), 200, MEND['already-sent']);
    },
  },
];
