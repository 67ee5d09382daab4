import type { Family } from '../check';
import { effectChecks } from '../effects';
import type { Kit } from '../kit';
import { wholeList } from '../whole-list';
import { t } from '../words';
import * as want from '../want';
import type { World } from '../world';

const MEND_ONE = t(
  'Tenez une invitation par adresse : la seconde répond 200, ajoute les clients, et n’écrit à personne. Sinon un ménage reçoit plusieurs invitations.',
  'Keep one invitation per address: the second answers 200, adds the clients, and writes to nobody. Or a household gets several invitations.',
);

const fresh = async (kit: Kit, world: World) => {
  const { id } = await world.client();
  return { email: `${kit.fresh('invite')}@exemple.example`, clientIds: [id], language: 'fr' };
};

export const INVITATIONS: Family = {
  name: 'invitations',
  title: t('Invitations', 'Invitations'),
  samples: {
    listInvitations: async () => ({}),
    createInvitation: async (kit, world) => ({
      body: await fresh(kit, world),
      idempotencyKey: kit.fresh('invitation'),
    }),
  },
  checks: [
    ...effectChecks(
      'createInvitation',
      async (kit, world) => {
        world.remains.invitations += 1;
        return { body: await fresh(kit, world) };
      },
      (body) => ({ ...(body as object), language: 'en' }),
    ),
    {
      id: 'createInvitation',
      title: t('invite une adresse une seule fois', 'invites an address only once'),
      run: async (kit, world) => {
        const body = await fresh(kit, world);
        const invite = () => kit.call('createInvitation', { body, idempotencyKey: kit.fresh('invitation') });
        const first = await invite();
        want.status(first, 201);
        world.remains.invitations += 1;
        const second = await invite();
        want.status(second, 200, MEND_ONE);
        want.that(
          second,
          String(second.json['data']?.['id']) === String(first.json['data']?.['id']),
          t(
            `la même invitation : ${String(first.json['data']?.['id'])}`,
            `the same invitation: ${String(first.json['data']?.['id'])}`,
          ),
          MEND_ONE,
        );
        const all = await wholeList(kit, 'listInvitations', { limit: 200 });
        const found = all.filter((row) => String(row['email']).toLowerCase() === body.email).length;
        want.that(
          second,
          found === 1,
          t('une invitation pour cette adresse dans la liste', 'one invitation for this address in the list'),
          MEND_ONE,
          t(`${found}`, `${found}`),
        );
      },
    },
    {
      id: 'createInvitation',
      title: t('refuse un client qui n’existe pas', 'refuses a client that does not exist'),
      run: async (kit, world) => {
        const body = { ...(await fresh(kit, world)), clientIds: [2_000_000_000] };
        want.problem(
          await kit.call('createInvitation', { body, idempotencyKey: kit.fresh('invitation') }),
          'invalid-body',
        );
      },
    },
  ],
};
