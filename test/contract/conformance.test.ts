import { expect, it, vi } from 'vitest';
import { resultText } from '../conformance/report';
import { runAgainst } from './support/run-conformance-against';

// Nearly a thousand requests, one after the other.
vi.setConfig({ testTimeout: 300_000 });

it('passes on the sandbox, and sees every answer that the contract announces', async () => {
  const { results, unseen, hasExtension } = await runAgainst({});
  expect(hasExtension).toBe(true);
  expect(results.filter(({ outcome }) => outcome !== 'passed').map((result) => resultText(result, 'en'))).toEqual([]);
  expect(results.length).toBeGreaterThan(250);
  // The documented API may answer 200 to a creation, other than this sandbox; a server without the extension has no capabilities.
  expect(unseen).toEqual(['createClient 200', 'getCapabilities 404 not-found']);
});

it('passes on a server that has the documented API alone', async () => {
  const { results, hasExtension } = await runAgainst({ settings: { extension: false } });
  expect(hasExtension).toBe(false);
  expect(results.filter(({ outcome }) => outcome !== 'passed').map((result) => resultText(result, 'en'))).toEqual([
    // Published without idempotency: asked of servers with the extension.
    '– POST clients: makes one client under one Idempotency-Key (not checked: no such capability: clients)',
  ]);
  expect(results.every(({ route }) => !route.includes('impot-sync'))).toBe(true);
  expect(results.length).toBeGreaterThan(20);
});

it('leaves no open envelope, no delivery key that is taken, and the tasks as they were', async () => {
  const { sandbox } = await runAgainst({ only: ['envelopes', 'follow-up', 'extension-tasks'] });
  const { db } = sandbox.context;
  const open = await db
    .selectFrom('envelopes')
    .select('status')
    .where('status', 'not in', ['voided', 'signed'])
    .execute();
  expect(open).toEqual([]);
  // The one that all have signed keeps its own.
  expect(await db.selectFrom('deliveries').selectAll().execute()).toHaveLength(1);
  const tasks = await db.selectFrom('tasks').selectAll().execute();
  expect(JSON.stringify(tasks)).not.toContain(sandbox.mark);
});
