import { expect, it } from 'vitest';
import { bringUpOffice } from '../../../src/app/bring-up-office';
import type { BringUpParts } from '../../../src/app/bring-up-office';
import type { Opening } from '../../../src/app/vault-service.svelte';
import { ok } from '../../../src/core/result';

const PASSPHRASE = 'une phrase fictive pour les essais';

/** What the opening did, in its order. */
async function broughtUp(opening: Opening, { sandbox = true, office = 'none' as 'none' | 'join-required' } = {}) {
  const done: string[] = [];
  const step = (name: string) => async () => void done.push(name);
  const said = (name: string) => async () => {
    done.push(name);
    return ok(null);
  };
  const parts: BringUpParts = {
    connection: {
      state: { kind: 'connected', company: 'Cabinet fictif', extension: true, sandbox },
      load: step('key'),
      check: step('check'),
    },
    office: {
      state: { kind: office },
      load: said('office'),
      create: (passphrase) => said(`create ${passphrase}`)(),
    },
    server: { load: step('server') },
    journal: { append: (_at, { kind }) => said(kind)() },
    now: () => 0,
  };
  await bringUpOffice(opening, parts);
  return done;
}

it('the office of a sandbox is made at the first start, before the screens are shown', async () => {
  expect(await broughtUp({ kind: 'created', passphrase: PASSPHRASE })).toEqual([
    'key',
    'office',
    'server',
    'vault-created',
    'check',
    `create ${PASSPHRASE}`,
  ]);
});

it('no office is made at a real GEM-BOOKS, nor beside one that is to be joined', async () => {
  const opening = { kind: 'created', passphrase: PASSPHRASE } as const;
  for (const how of [{ sandbox: false }, { office: 'join-required' }] as const)
    expect((await broughtUp(opening, how)).at(-1)).toBe('check');
});

it('a later opening makes no office; one handed over by another tab is not journalled again', async () => {
  expect(await broughtUp({ kind: 'unlocked' })).toEqual(['key', 'office', 'server', 'vault-unlocked', 'check']);
  expect(await broughtUp({ kind: 'shared' })).toEqual(['key', 'office', 'server', 'check']);
});
