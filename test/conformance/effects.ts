import type { Answer } from './answer';
import type { Check, Sample } from './check';
import { MEND_REPLAY } from './mend';
import { t } from './words';
import * as want from './want';
import type { World } from './world';

/**
 * Of a POST with an effect: the same request again under its key gives the same answer word for word, and the key is
 * refused with another body. `sample` makes a call that has not been made before; its effect takes place, and `undo`
 * says how it is undone at the end.
 */
export function effectChecks(
  id: string,
  sample: Sample,
  another: (body: unknown) => unknown,
  undo: (world: World, first: Answer, idempotencyKey: string) => void = () => undefined,
): readonly Check[] {
  const title = t(
    'rend mot pour mot sa première réponse sous la même Idempotency-Key, et refuse la clé avec un autre corps',
    'gives its first answer back word for word under the same Idempotency-Key, and refuses the key with another body',
  );
  return [
    {
      id,
      title,
      run: async (kit, world) => {
        const idempotencyKey = kit.fresh('effet');
        const options = { ...(await sample(kit, world)), idempotencyKey };
        const first = await kit.call(id, options);
        if (first.status < 300) undo(world, first, idempotencyKey);
        want.that(
          first,
          first.status < 300,
          t('une réussite (2xx)', 'a success (2xx)'),
          t('Cette requête est juste : répondez-y.', 'This request is sound: answer it.'),
        );
        want.that(
          first,
          first.headers.get('Idempotency-Replayed') === null,
          t('pas d’Idempotency-Replayed sur une première réponse', 'no Idempotency-Replayed on a first answer'),
          MEND_REPLAY,
        );
        const again = await kit.call(id, options);
        want.status(again, first.status, MEND_REPLAY);
        want.sameBytes(again, first, MEND_REPLAY);
        want.header(again, 'Idempotency-Replayed', 'true', MEND_REPLAY);
        want.problem(await kit.call(id, { ...options, body: another(options.body) }), 'idempotency-key-reused');
      },
    },
  ];
}
