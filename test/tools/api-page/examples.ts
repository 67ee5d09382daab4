import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandboxApp } from '../../sandbox/app';
import { openSandbox } from '../../sandbox/open-sandbox';
import { DEFAULT_SETTINGS } from '../../sandbox/settings';
import { aroundExamples } from './examples-around';
import { deliveryExamples } from './examples-delivery';
import { documentedExamples } from './examples-documented';
import type { Example } from './recorder';
import { Recorder } from './recorder';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Real requests and answers of every route, from a sandbox of its own whose clock and ids are always the same: the same
 * code gives the same text.
 */
export async function recordExamples(): Promise<readonly Example[]> {
  const folder = mkdtempSync(join(tmpdir(), 'impot-sync-examples-'));
  let time = Date.parse('2026-03-02T14:00:00.000Z');
  const now = () => new Date((time += 1000));
  const sandbox = await openSandbox({ ...DEFAULT_SETTINGS, data: folder, dist: join(folder, 'dist') }, now);
  let count = 0;
  const context = {
    ...sandbox.context,
    newId: (prefix: string) => `${prefix}_${String((count += 1)).padStart(4, '0')}`,
  };
  const app = createSandboxApp(context);
  try {
    const recorder = new Recorder((request) => Promise.resolve(app.fetch(request, {})));
    await documentedExamples(recorder);
    const made = await deliveryExamples(recorder);
    const act = async (kind: string) => {
      const headers = { Authorization: 'Bearer bac-a-sable', 'Content-Type': 'application/json' };
      const body = JSON.stringify({ recipientId: 'r1', kind });
      const request = new Request(`http://localhost/sandbox/envelopes/${made.id}/acts`, {
        method: 'POST',
        headers,
        body,
      });
      await app.fetch(request, {});
    };
    await aroundExamples(recorder, made, act, async () => {
      await Promise.all(context.background);
    });
    return recorder.examples;
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
