import { beforeEach, describe, expect, it } from 'vitest';
import { DeploymentRepository } from '../../../src/store/deployment-repository';
import { deviceKeys } from '../../../src/store/device-key-repository';
import { KeySlotRepository } from '../../../src/store/key-slot-repository';
import { SettingsRepository } from '../../../src/store/settings-repository';
import { checkRecord } from '../../../src/store/check-record';
import { createDeviceKey } from '../../../src/vault/device-key';
import { createFirstSlot, openSlot, rewrapSlot } from '../../../src/vault/key-slots';
import { randomId } from '../../../src/vault/random-id';
import type { SlotSecret } from '../../../src/vault/slot-secret';
import type { VaultKeys } from '../../../src/vault/vault-key';
import { quickDeriveKey } from '../vault/quick-derive-key';
import type { Tab } from './store-harness';
import { freshProfile, newVaultKeys, openTab, valueOf } from './store-harness';

let keys: VaultKeys;
let tab: Tab;
beforeEach(async () => {
  freshProfile();
  keys = await newVaultKeys();
  tab = await openTab(keys);
});

describe('key slots', () => {
  const secret: SlotSecret = { kind: 'passphrase', passphrase: 'une phrase bien longue', deriveKey: quickDeriveKey };
  const newSlot = async () => valueOf(await createFirstSlot(randomId(), secret));

  it('make one vault, whichever tab comes first', async () => {
    const other = await openTab(keys);
    const slots = [await newSlot(), await newSlot()] as const;
    const made = await Promise.all([
      new KeySlotRepository(tab.database).create(slots[0]),
      new KeySlotRepository(other.database).create(slots[1]),
    ]);
    expect(made.map((result) => (result.ok ? 'made' : result.error.code)).toSorted()).toEqual([
      'made',
      'vault/already-exists',
    ]);
    const [kept] = valueOf(await new KeySlotRepository(tab.database).all());
    expect(kept).toEqual(made[0]?.ok ? slots[0] : slots[1]);
  });

  it('open after they were stored, and are of the allowed shape', async () => {
    const repository = new KeySlotRepository(tab.database);
    valueOf(await repository.create(await newSlot()));
    const [stored] = valueOf(await repository.all());
    if (stored === undefined) throw new Error('none');
    expect((await openSlot(stored, secret)).ok).toBe(true);
    expect(checkRecord('keySlots', stored)).toEqual([]);
  });

  it('exchange the old passphrase for the new one, or neither', async () => {
    const repository = new KeySlotRepository(tab.database);
    const old = await newSlot();
    valueOf(await repository.create(old));
    const next = valueOf(await rewrapSlot(old, secret, { ...secret, passphrase: 'une autre phrase longue' }));
    const fail = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    tab.database.keySlots.hook('deleting', fail);
    expect(await repository.replace(old.id, next)).toEqual({ ok: false, error: { code: 'storage/quota' } });
    expect(valueOf(await repository.all())).toEqual([old]);
    tab.database.keySlots.hook('deleting').unsubscribe(fail);
    valueOf(await repository.replace(old.id, next));
    expect(valueOf(await repository.all())).toEqual([next]);
  });

  it('stand beside each other', async () => {
    const repository = new KeySlotRepository(tab.database);
    valueOf(await repository.create(await newSlot()));
    valueOf(await repository.add(await newSlot()));
    expect(valueOf(await repository.all())).toHaveLength(2);
  });
});

describe('settings', () => {
  it('are sealed, each under its name', async () => {
    const settings = new SettingsRepository(tab.database, tab.session.sealer);
    expect(await settings.getSealedJson('api-key')).toEqual({ ok: true, value: null });
    valueOf(await settings.putSealedJson('api-key', { key: 'clé-très-secrète' }));
    expect(await settings.getSealedJson('api-key')).toEqual({ ok: true, value: { key: 'clé-très-secrète' } });
    const [record] = await tab.database.settings.toArray();
    expect(checkRecord('settings', record)).toEqual([]);
    expect(Buffer.from(record?.sealed ?? []).includes('secr')).toBe(false);
    await tab.database.settings.put({ name: 'office', sealed: record?.sealed ?? new Uint8Array() });
    expect(await settings.getSealedJson('office')).toEqual({ ok: false, error: { code: 'vault/damaged-record' } });
    valueOf(await settings.remove('api-key'));
    expect(await settings.getSealedJson('api-key')).toEqual({ ok: true, value: null });
  });

  it('are closed while the vault is', async () => {
    const settings = new SettingsRepository(tab.database, tab.session.sealer);
    await tab.session.lock(new Set());
    const locked = { ok: false, error: { code: 'vault/locked' } };
    expect([await settings.getSealedJson('a'), await settings.putSealedJson('a', 1)]).toEqual([locked, locked]);
  });
});

describe('what is known before the vault opens', () => {
  it('is language, theme and pause', async () => {
    const deployment = new DeploymentRepository(tab.database);
    expect(await deployment.get('language')).toEqual({ ok: true, value: null });
    valueOf(await deployment.put({ name: 'language', value: 'en' }));
    valueOf(await deployment.put({ name: 'theme', value: 'dark' }));
    expect(await deployment.get('language')).toEqual({ ok: true, value: 'en' });
    expect((await tab.database.deployment.toArray()).flatMap((record) => checkRecord('deployment', record))).toEqual(
      [],
    );
  });
});

describe('the device key', () => {
  it('is made once and found again', async () => {
    let made = 0;
    const create = () => {
      made += 1;
      return createDeviceKey();
    };
    const first = valueOf(await deviceKeys(tab.database, create));
    const again = valueOf(await deviceKeys(tab.database, create));
    expect(made).toBe(1);
    const data = new Uint8Array([1]);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await crypto.subtle.sign(algorithm, again.privateKey, data);
    expect(await crypto.subtle.verify(algorithm, first.publicKey, signature, data)).toBe(true);
    expect(again.privateKey.extractable).toBe(false);
  });
});
