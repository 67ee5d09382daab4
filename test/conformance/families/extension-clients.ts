import type { Family } from '../check';
import type { Kit } from '../kit';
import { MEND, MEND_REPLAY } from '../mend';
import { wholeList } from '../whole-list';
import { t } from '../words';
import * as want from '../want';
import type { World } from '../world';

const read = async (kit: Kit, world: World) =>
  kit.call('getExtensionClient', { places: { id: (await world.client()).id } });

export const EXTENSION_CLIENTS: Family = {
  name: 'extension-clients',
  title: t('Clients (extension)', 'Clients (extension)'),
  samples: {
    listAccountManagers: async () => ({}),
    listExtensionClients: async () => ({}),
    getExtensionClient: async (_, world) => ({ places: { id: (await world.client()).id } }),
    patchClient: async (kit, world) => ({
      places: { id: (await world.client()).id },
      headers: { 'If-Match': (await read(kit, world)).headers.get('ETag') ?? '' },
      body: { language: 'fr' },
    }),
  },
  checks: [
    {
      id: 'createClient',
      title: t('fait un seul client sous une Idempotency-Key', 'makes one client under one Idempotency-Key'),
      needs: 'clients',
      run: async (kit) => {
        const options = {
          body: { name: `Spécimen Fictif ${kit.mark}`, code: kit.fresh('SPECIMEN') },
          idempotencyKey: kit.fresh('client'),
        };
        const first = await kit.call('createClient', options);
        const again = await kit.call('createClient', options);
        want.that(
          again,
          again.status === first.status && again.json['data']?.['id'] === first.json['data']?.['id'],
          t('le même client', 'the same client'),
          MEND_REPLAY,
        );
      },
    },
    {
      id: 'listAccountManagers',
      title: t('répond la liste', 'answers the list'),
      run: async (kit) => {
        want.status(await kit.call('listAccountManagers'), 200);
      },
    },
    {
      id: 'getExtensionClient',
      title: t('répond un ETag, le même que dans le corps', 'answers an ETag, the same as in the body'),
      run: async (kit, world) => {
        const answer = await read(kit, world);
        want.status(answer, 200);
        want.header(
          answer,
          'ETag',
          String(answer.json['data']?.['etag']),
          t('Rendez la même version des deux façons.', 'Give the same version both ways.'),
        );
      },
    },
    {
      id: 'listExtensionClients',
      title: t('montre un client fait par l’API publiée', 'shows a client made by the published API'),
      run: async (kit, world) => {
        const { id } = await world.client();
        const all = await wholeList(kit, 'listExtensionClients', { limit: 200 });
        want.that(
          await read(kit, world),
          all.some((row) => Number(row['id']) === id),
          t(`le client ${id} dans la liste`, `the client ${id} in the list`),
          t('Les deux API sont deux vues des mêmes clients.', 'Both APIs are two views of the same clients.'),
        );
      },
    },
    {
      id: 'patchClient',
      title: t(
        'change sous If-Match, change d’ETag, et refuse l’ancien',
        'changes under If-Match, changes its ETag, and refuses the old one',
      ),
      run: async (kit, world) => {
        const before = await read(kit, world);
        const places = { id: (await world.client()).id };
        const headers = { 'If-Match': before.headers.get('ETag') ?? '' };
        const changed = await kit.call('patchClient', { places, headers, body: { language: 'en' } });
        want.status(changed, 200);
        want.that(
          changed,
          String(changed.json['data']?.['language']) === 'en' && changed.headers.get('ETag') !== headers['If-Match'],
          t('language: en, et un autre ETag', 'language: en, and another ETag'),
          MEND['precondition-failed'],
        );
        const late = await kit.call('patchClient', { places, headers, body: { language: 'fr' } });
        want.problem(late, 'precondition-failed');
        const now = await read(kit, world);
        want.that(
          now,
          String(now.json['data']?.['language']) === 'en',
          t('language: en : le refus n’a rien écrit', 'language: en: the refusal wrote nothing'),
          MEND['precondition-failed'],
        );
      },
    },
    {
      id: 'getExtensionClient',
      title: t(
        'change d’ETag aussi quand l’API publiée écrit le client',
        'changes its ETag also when the published API writes the client',
      ),
      run: async (kit, world) => {
        const before = await read(kit, world);
        const body = { phone: '418 555-0199' };
        want.status(await kit.call('updateClient', { places: { id: (await world.client()).id }, body }), 200);
        const after = await read(kit, world);
        want.that(
          after,
          after.headers.get('ETag') !== before.headers.get('ETag'),
          t('un autre ETag qu’avant', 'another ETag than before'),
          t(
            'Changez la version à toute écriture, par quelque route que ce soit.',
            'Change the version at every write, by whatever route.',
          ),
          t(`le même : ${after.headers.get('ETag')}`, `the same: ${after.headers.get('ETag')}`),
        );
      },
    },
  ],
};
