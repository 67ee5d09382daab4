import { expect, it } from 'vitest';
import { ConnectionService } from '../../../src/app/connection-service.svelte';
import type { ConnectionParts } from '../../../src/app/connection-service.svelte';
import { appError } from '../../../src/core/app-error';
import { err, ok } from '../../../src/core/result';

/** Sealed settings that outlive a page, and what the server answers. */
function office() {
  const kept = new Map<string, unknown>();
  let answer: unknown = err(appError('api/offline'));
  const open = async () => {
    const service = new ConnectionService({
      api: { connection: async () => answer },
      settings: {
        getSealedJson: async (name: string) => ok(kept.get(name) ?? null),
        putSealedJson: async (name: string, value: unknown) => {
          kept.set(name, value);
          return ok(null);
        },
      },
      deployment: async () => ({ sandbox: false }),
      deploymentKey: () => null,
      onConnected: async () => undefined,
    } as unknown as ConnectionParts);
    await service.load();
    return service;
  };
  const answers = (capabilities: readonly string[] | null) => {
    const extension = capabilities && { capabilities, uploadPartBytes: 1, intakeForm: null, sandbox: false };
    answer = ok({ company: { name: 'Cabinet fictif' }, extension });
  };
  const goesOffline = () => {
    answer = err(appError('api/offline'));
  };
  return { open, answers, goesOffline };
}

it('remembers offline, on a page opened anew, what the server was last heard to take', async () => {
  const { open, answers, goesOffline } = office();
  const first = await open();
  expect([first.extension, first.has('envelope-labels')]).toEqual([null, false]);
  answers(['envelopes', 'envelope-labels']);
  await first.check();
  expect(first.has('envelope-labels')).toBe(true);

  goesOffline();
  const second = await open();
  await second.check();
  expect([second.state.kind, second.extension, second.has('envelope-labels')]).toEqual(['failed', true, true]);

  answers(null);
  await second.check();
  expect([second.extension, second.has('envelope-labels')]).toEqual([false, false]);
  goesOffline();
  const third = await open();
  expect([third.extension, third.has('envelope-labels')]).toEqual([false, false]);
});
