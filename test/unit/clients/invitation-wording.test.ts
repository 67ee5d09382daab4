import { expect, it } from 'vitest';
import type { InvitationWording } from '../../../src/core/clients/invitation-wording';
import { planToTasks } from '../../../src/core/clients/plan-to-tasks';
import type { SettledRow } from '../../../src/core/clients/settle-decisions';
import { resolveTask } from '../../../src/core/outbox/resolve-task';
import { fakeClient, fakePlanRow } from '../../fakes/fake-rows';
import { entryOf } from '../../fakes/outbox-entries';

const created = (id: string, language: 'fr' | 'en' | null): SettledRow => ({
  row: fakePlanRow(id, `${id} Fictif`, {
    client: fakeClient(`${id} Fictif`, { language, email: `${id}@exemple.test` }),
  }),
  previous: null,
  minted: false,
  duplicate: false,
  action: 'create',
  server: null,
  kept: [],
  held: null,
  replaced: null,
  key: id as SettledRow['key'],
});

/** The bodies that would go to GEM-BOOKS. */
function bodies(invitation?: InvitationWording): unknown[] {
  let made = 0;
  const rows = [created('zoe', 'en'), created('eli', null)];
  const tasks = planToTasks(rows, {
    extension: true,
    accountManagerId: null,
    accountManagers: [],
    pending: new Map(),
    newId: <T extends string>() => `id${(made += 1)}` as T,
    ...(invitation === undefined ? {} : { invitation }),
  });
  const serverIds = new Map(rows.map(({ row }, at) => [row.localId, at + 1] as const));
  return tasks.flatMap(({ task }) => {
    if (task.kind !== 'invitation') return [];
    const resolved = resolveTask(entryOf('x', task), { serverIds, envelopeIds: new Map() });
    return [resolved.ok ? resolved.value.body : resolved.error];
  });
}

const base = (id: string, at: number) => ({ email: `${id}@exemple.test`, clientIds: [at] });

it('as usual: each client’s language, French when unknown, and no template for a server that may know none', () => {
  expect(bodies()).toEqual([
    { ...base('zoe', 1), language: 'en' },
    { ...base('eli', 2), language: 'fr' },
  ]);
});

it('in the words and the language that were chosen', () => {
  expect(bodies({ emailTemplateId: 'tpl-1', language: null })).toEqual([
    { ...base('zoe', 1), language: 'en', emailTemplateId: 'tpl-1' },
    { ...base('eli', 2), language: 'fr', emailTemplateId: 'tpl-1' },
  ]);
  expect(bodies({ emailTemplateId: null, language: 'fr' })).toEqual([
    { ...base('zoe', 1), language: 'fr' },
    { ...base('eli', 2), language: 'fr' },
  ]);
});
