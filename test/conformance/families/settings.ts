import type { Family } from '../check';
import type { Kit } from '../kit';
import { MEND } from '../mend';
import { wholeList } from '../whole-list';
import { t } from '../words';
import * as want from '../want';
import type { World } from '../world';

const NEW = { 'If-None-Match': '*' };
const sealed = (text: string): string => Buffer.from(text).toString('base64');

/** A setting of our own; settings cannot be taken away. */
const own = (kit: Kit, world: World) =>
  world.once('setting', async () => {
    const name = kit.fresh('conformite');
    const answer = await kit.call('putSetting', { places: { name }, headers: NEW, body: { sealed: sealed('un') } });
    want.status(answer, 201);
    world.remains.others += 1;
    return { name };
  });

export const SETTINGS: Family = {
  name: 'settings',
  title: t('Réglages partagés', 'Shared settings'),
  samples: {
    listSettings: async () => ({}),
    getSetting: async (kit, world) => ({ places: await own(kit, world) }),
    putSetting: async (kit, world) => {
      const places = await own(kit, world);
      const etag = (await kit.call('getSetting', { places })).headers.get('ETag') ?? '';
      return { places, headers: { 'If-Match': etag }, body: { sealed: sealed('un') } };
    },
  },
  checks: [
    {
      id: 'putSetting',
      title: t('de deux postes, le second doit relire', 'of two workstations, the second must read again'),
      run: async (kit, world) => {
        const places = { name: (await own(kit, world)).name };
        want.problem(
          await kit.call('putSetting', { places, headers: NEW, body: { sealed: sealed('deux') } }),
          'precondition-failed',
        );
        const before = await kit.call('getSetting', { places });
        const headers = { 'If-Match': before.headers.get('ETag') ?? '' };
        want.status(await kit.call('putSetting', { places, headers, body: { sealed: sealed('premier') } }), 200);
        want.problem(
          await kit.call('putSetting', { places, headers, body: { sealed: sealed('second') } }),
          'precondition-failed',
        );
        const now = await kit.call('getSetting', { places });
        want.that(
          now,
          String(now.json['data']?.['sealed']) === sealed('premier'),
          t('le premier écrit', 'what the first wrote'),
          MEND['precondition-failed'],
        );
        const listed = (await wholeList(kit, 'listSettings', { limit: 200 })).find(
          (row) => String(row['name']) === places.name,
        );
        want.that(
          now,
          String(listed?.['etag']) === now.headers.get('ETag'),
          t('le même ETag dans la liste', 'the same ETag in the list'),
          t(
            'La liste dit la version présente de chaque réglage.',
            'The list tells the present version of each setting.',
          ),
          t(String(listed?.['etag']), String(listed?.['etag'])),
        );
      },
    },
  ],
};
