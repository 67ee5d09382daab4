import type { Result } from '../core/result';
import type { Database } from './database';
import { attempt } from './storage-error';

export type DeviceKeys = Pick<CryptoKeyPair, 'privateKey' | 'publicKey'>;

/** This workstation's signing key pair; made once, whichever tab comes first. */
export async function deviceKeys(database: Database, create: () => Promise<DeviceKeys>): Promise<Result<DeviceKeys>> {
  const known = await attempt(() => database.deviceKeys.get('device'));
  if (!known.ok) return known;
  if (known.value !== undefined) return { ok: true, value: known.value };
  const { privateKey, publicKey } = await create();
  return attempt(() =>
    database.transaction('rw', database.deviceKeys, async () => {
      const first = await database.deviceKeys.get('device');
      if (first !== undefined) return first;
      await database.deviceKeys.add({ id: 'device', privateKey, publicKey });
      return { privateKey, publicKey };
    }),
  );
}
