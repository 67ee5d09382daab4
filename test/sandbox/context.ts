import type { Db } from './database';
import type { FaultScript } from './faults';
import type { RequestLog } from './request-log';
import type { SandboxSettings } from './settings';

/** What the routes share. Clock and randomness are parameters. */
export interface SandboxContext {
  readonly db: Db;
  readonly settings: SandboxSettings;
  now(): Date;
  /** Random, with a prefix that says of what: `env_…`. */
  newId(prefix: string): string;
  readonly faults: FaultScript;
  readonly log: RequestLog;
  /** Idempotency keys whose first request has not ended. In memory: after a crash nothing runs. */
  readonly running: Set<string>;
  /** Work that goes on after its answer has left. */
  readonly background: Set<Promise<void>>;
}
