import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { parse } from 'zod/mini';
import { createSandboxApp } from './app';
import type { SandboxContext } from './context';
import { openDatabase } from './database';
import { FaultScript, faultRulesSchema } from './faults';
import { settleIntake } from './intake';
import { flushMail } from './mail';
import { RequestLog } from './request-log';
import { seed } from './seed/seed';
import type { SandboxSettings } from './settings';

export interface OpenSandbox {
  readonly app: Hono<{ Bindings: Partial<HttpBindings> }>;
  readonly context: SandboxContext;
  close(): Promise<void>;
}

/** Opens the data folder (emptied first when asked), fills it on first start, and writes e-mails left behind by a crash. */
export async function openSandbox(settings: SandboxSettings, now: () => Date): Promise<OpenSandbox> {
  if (settings.reset) rmSync(settings.data, { recursive: true, force: true });
  const db = await openDatabase(settings.data, settings.databaseUrl, settings.reset);
  const rules =
    settings.faultsFile === null ? [] : parse(faultRulesSchema, JSON.parse(readFileSync(settings.faultsFile, 'utf8')));
  const context: SandboxContext = {
    db,
    settings,
    now,
    newId: (prefix) => `${prefix}_${randomBytes(16).toString('hex')}`,
    faults: new FaultScript(rules),
    log: new RequestLog(),
    running: new Set(),
    background: new Set(),
  };
  await seed(context);
  await settleIntake(context);
  await flushMail(context);
  return {
    app: createSandboxApp(context),
    context,
    async close() {
      await Promise.all(context.background);
      await db.destroy();
    },
  };
}
