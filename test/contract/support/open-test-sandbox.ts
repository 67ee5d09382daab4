import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import type { OpenSandbox } from '../../sandbox/open-sandbox';
import { openSandbox } from '../../sandbox/open-sandbox';
import type { SandboxSettings } from '../../sandbox/settings';
import { DEFAULT_SETTINGS } from '../../sandbox/settings';
import { Caller } from './caller';

export interface TestSandbox extends OpenSandbox {
  readonly api: Caller;
  readonly folder: string;
}

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'impot-sync-contract-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A fresh database on the run's PostgreSQL; `null` where the run uses the file database. */
async function freshDatabase(): Promise<string | null> {
  // Only the project that starts a PostgreSQL provides it.
  const server = inject('postgresUrl') as string | undefined;
  if (server === undefined) return null;
  const name = `sandbox_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

/** A clock that goes on by one second per look. */
function steadyClock(): () => Date {
  let time = Date.parse('2026-03-02T12:00:00.000Z');
  return () => {
    time += 1000;
    return new Date(time);
  };
}

/** A sandbox of its own, without a socket. */
export async function openTestSandbox(
  settings: Partial<SandboxSettings> = {},
  now: () => Date = steadyClock(),
): Promise<TestSandbox> {
  const folder = temporaryFolder();
  const sandbox = await openSandbox(
    {
      ...DEFAULT_SETTINGS,
      data: folder,
      dist: join(folder, 'dist'),
      databaseUrl: await freshDatabase(),
      ...settings,
    },
    now,
  );
  onTestFinished(() => sandbox.close());
  return { ...sandbox, folder, api: new Caller((request) => Promise.resolve(sandbox.app.fetch(request, {}))) };
}
