import { resolve } from 'node:path';

/** How a sandbox is set up. `readSettings` takes it from the environment; tests make their own. */
export interface SandboxSettings {
  readonly port: number;
  /** Loopback only unless HOST says otherwise: the key is published. */
  readonly host: string | null;
  /** Folder of the database and of `mail/`. */
  readonly data: string;
  readonly reset: boolean;
  readonly key: string;
  /** File with a JSON list of documented client objects, in place of the fictitious 40. */
  readonly clientsFile: string | null;
  readonly extension: boolean;
  /** With the extension, the documented POSTs honour an Idempotency-Key; without this, as GEM-BOOKS publishes them. */
  readonly keyedDocumented: boolean;
  readonly faultsFile: string | null;
  /** The built app. */
  readonly dist: string;
  /** Largest part of an upload that clients are told to send, in bytes. */
  readonly uploadPartBytes: number;
  /** Largest upload, in bytes. */
  readonly maxUploadBytes: number;
  /** Who the key's user is: `deliveredBy`. */
  readonly user: string;
  /** The recipient's page, with a slash at its end: what `{link}` in an e-mail begins with. */
  readonly portal: string;
  /** PostgreSQL in place of the file; e-mails stay in `data`. */
  readonly databaseUrl: string | null;
  /** Public name of the office's website form. */
  readonly intakeForm: string;
  /** How long the look-up of a website request is put off after its answer, in milliseconds. */
  readonly intakeDelayMs: number;
  /** Website requests from one address in a minute, at most. */
  readonly intakePerMinute: number;
  /** Tasks in a fresh database. */
  readonly tasks: number;
}

export const DEFAULT_SETTINGS: SandboxSettings = {
  port: 4173,
  host: null,
  data: '.sandbox-data',
  reset: false,
  key: 'bac-a-sable',
  clientsFile: null,
  extension: true,
  keyedDocumented: true,
  faultsFile: null,
  dist: 'dist',
  uploadPartBytes: 8 * 1024 * 1024,
  maxUploadBytes: 256 * 1024 * 1024,
  user: 'Utilisateur du bac à sable',
  portal: 'http://localhost:4173/destinataire/',
  databaseUrl: null,
  intakeForm: 'cabinet-fictif',
  intakeDelayMs: 0,
  intakePerMinute: 30,
  tasks: 30,
};

/** Reads PORT, HOST and SANDBOX_*. Throws on a port that is none: the process then ends with that message. */
export function readSettings(env: NodeJS.ProcessEnv): SandboxSettings {
  const port = env['PORT'] === undefined || env['PORT'] === '' ? DEFAULT_SETTINGS.port : Number(env['PORT']);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is not a port: ${env['PORT']}`);
  return {
    ...DEFAULT_SETTINGS,
    port,
    host: env['HOST'] || null,
    data: resolve(env['SANDBOX_DATA'] || DEFAULT_SETTINGS.data),
    reset: env['SANDBOX_RESET'] === '1',
    key: env['SANDBOX_KEY'] || DEFAULT_SETTINGS.key,
    clientsFile: env['SANDBOX_CLIENTS'] || null,
    extension: env['SANDBOX_EXTENSION'] !== 'off',
    keyedDocumented: env['SANDBOX_KEYED_CLIENTS'] !== 'off',
    faultsFile: env['SANDBOX_FAULTS'] || null,
    databaseUrl: env['DATABASE_URL'] || null,
    portal: env['SANDBOX_PORTAL'] || `http://localhost:${port}/destinataire/`,
    intakeDelayMs: Number(env['SANDBOX_INTAKE_DELAY'] || DEFAULT_SETTINGS.intakeDelayMs),
    tasks: Number(env['SANDBOX_TASKS'] || DEFAULT_SETTINGS.tasks),
    dist: resolve(env['SANDBOX_DIST'] || DEFAULT_SETTINGS.dist),
  };
}
