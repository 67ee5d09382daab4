import { createHash, generateKeyPairSync } from 'node:crypto';
import type { Family } from '../check';
import { effectChecks } from '../effects';
import type { Kit } from '../kit';
import { wholeList } from '../whole-list';
import { t } from '../words';
import * as want from '../want';
import type { World } from '../world';

const LABEL = 'Poste fictif (conformité)';

/** A key pair whose private half is thrown away at once. */
function publicKey() {
  const { kty, crv, x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const key = { kty: String(kty), crv: String(crv), x: String(x), y: String(y) };
  const { crv: c, kty: k } = key;
  const thumbprint = createHash('sha256')
    .update(JSON.stringify({ crv: c, kty: k, x: key.x, y: key.y }))
    .digest('base64url');
  return { key, thumbprint };
}

/** A workstation of ours, revoked at the end. */
async function register(kit: Kit, world: World) {
  const made = publicKey();
  const body = { label: LABEL, publicKey: made.key };
  const answer = await kit.call('putDeviceKey', { places: { thumbprint: made.thumbprint }, body });
  want.status(answer, 201);
  world.remains.others += 1;
  world.atEnd(async () => {
    const idempotencyKey = kit.fresh('revocation');
    await kit.call('revokeDeviceKey', { places: { thumbprint: made.thumbprint }, body: {}, idempotencyKey });
  });
  return made;
}

const own = (kit: Kit, world: World) => world.once('device key', () => register(kit, world));

export const DEVICE_KEYS: Family = {
  name: 'device-keys',
  title: t('Clés des postes', 'Keys of workstations'),
  samples: {
    listDeviceKeys: async () => ({}),
    putDeviceKey: async (kit, world) => {
      const { key, thumbprint } = await own(kit, world);
      return { places: { thumbprint }, body: { label: LABEL, publicKey: key } };
    },
    revokeDeviceKey: async (kit, world) => ({
      places: { thumbprint: (await own(kit, world)).thumbprint },
      body: {},
      idempotencyKey: kit.fresh('revocation'),
    }),
  },
  checks: [
    {
      id: 'putDeviceKey',
      title: t(
        'enregistre sous l’empreinte de la clé, et rien d’autre',
        'registers under the thumbprint of the key, and nothing else',
      ),
      run: async (kit, world) => {
        const { key, thumbprint } = await register(kit, world);
        const put = (over: object, place = thumbprint) =>
          kit.call('putDeviceKey', {
            places: { thumbprint: place },
            body: { label: LABEL, publicKey: { ...key, ...over } },
          });
        want.status(await put({}), 200);
        want.problem(await put({}, publicKey().thumbprint), 'invalid-body');
        const mend = t(
          'Refusez une clé qui porte sa moitié privée : elle n’a pas à être connue du serveur.',
          'Refuse a key that carries its private half: the server has no business knowing it.',
        );
        want.problem(await put({ d: key.x }), 'invalid-body', mend);
        const all = await wholeList(kit, 'listDeviceKeys', { limit: 200 });
        const found = all.filter((row) => String(row['id']) === thumbprint).length;
        const answer = await kit.call('listDeviceKeys');
        want.that(
          answer,
          found === 1,
          t('la clé, une fois', 'the key, once'),
          t('Tenez une ligne par clé.', 'Keep one row per key.'),
          t(`${found}`, `${found}`),
        );
      },
    },
    ...effectChecks(
      'revokeDeviceKey',
      async (kit, world) => ({ places: { thumbprint: (await register(kit, world)).thumbprint }, body: {} }),
      () => ({ other: true }),
    ),
    {
      id: 'revokeDeviceKey',
      title: t('révoque depuis la première fois, pour toujours', 'revokes since the first time, for ever'),
      run: async (kit, world) => {
        const { key, thumbprint } = await register(kit, world);
        const places = { thumbprint };
        const revoke = () => kit.call('revokeDeviceKey', { places, body: {}, idempotencyKey: kit.fresh('revocation') });
        const first = await revoke();
        want.status(first, 200);
        const since = String(first.json['data']?.['revokedAt']);
        const again = await revoke();
        const back = await kit.call('putDeviceKey', { places, body: { label: LABEL, publicKey: key } });
        for (const answer of [again, back])
          want.that(
            answer,
            String(answer.json['data']?.['revokedAt']) === since && since !== 'null',
            t(`revokedAt: ${since}`, `revokedAt: ${since}`),
            t(
              'Une clé révoquée le reste, depuis la première fois : ce qu’un poste perdu signe ensuite n’est pas cru.',
              'A revoked key stays so, since the first time: what a lost workstation signs from then on is not believed.',
            ),
          );
      },
    },
  ],
};
