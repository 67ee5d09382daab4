import type { FurtherCapability } from '../contract/capabilities.schema';
import { appError } from '../core/app-error';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import type { SettingsRepository } from '../store/settings-repository';
import type { ApiClient } from '../sync/api-client';
import type { ConnectionControl, ConnectionState } from '../ui/controls/connection-control';
import type { Deployment } from './deployment';

const API_KEY = 'api-key';
const EXTENSION = 'server-extension';
const CAPABILITIES = 'server-capabilities';
/** A key is a token, never a sentence: a pasted line break or space is not part of it. */
const KEY_SHAPE = /^[\x21-\x7e]{4,512}$/;

export interface ConnectionParts {
  readonly api: ApiClient;
  readonly settings: SettingsRepository;
  /** What the office's server says of itself, asked again when it was not heard at the start. */
  readonly deployment: () => Promise<Deployment>;
  readonly deploymentKey: () => string | null;
  /** After a good check: whatever waited for a key may go. */
  readonly onConnected: () => Promise<void>;
}

/** The API key (sealed, never shown again) and what the last check of the connection said. */
export class ConnectionService implements ConnectionControl {
  readonly #parts: ConnectionParts;
  #stored: string | null = null;
  #state: ConnectionState = $state.raw({ kind: 'unknown' });
  #hasKey = $state(false);
  #uploadPartBytes: number | null = null;
  #capabilities: readonly string[] = $state.raw([]);
  #lastHeard: boolean | null = null;
  #intakeForm: string | null = $state.raw(null);

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  get hasKey(): boolean {
    return this.#hasKey;
  }

  /** For the requests; kept while a batch goes on behind a locked vault. */
  get key(): string | null {
    return this.#stored ?? this.#parts.deploymentKey();
  }

  get uploadPartBytes(): number | null {
    return this.#uploadPartBytes;
  }

  /** Whether the server has the extension: as heard now, else as last heard (offline), else `null`. */
  get extension(): boolean | null {
    return this.#state.kind === 'connected' ? this.#state.extension : this.#lastHeard;
  }

  /** Of the further capabilities, as heard at the last good check, also before the page was closed; none before. */
  has(capability: FurtherCapability): boolean {
    return this.#capabilities.includes(capability);
  }

  /** Public name of the office's website form; `null` where there is none. */
  get intakeForm(): string | null {
    return this.#intakeForm;
  }

  async load(): Promise<void> {
    const key = await this.#parts.settings.getSealedJson<string>(API_KEY);
    this.#stored = key.ok ? key.value : null;
    this.#hasKey = this.#stored !== null;
    const heard = await this.#parts.settings.getSealedJson<boolean>(EXTENSION);
    this.#lastHeard = heard.ok ? heard.value : null;
    const capabilities = await this.#parts.settings.getSealedJson<readonly string[]>(CAPABILITIES);
    if (capabilities.ok && capabilities.value !== null) this.#capabilities = capabilities.value;
  }

  forget(): void {
    this.#stored = null;
  }

  async check(): Promise<void> {
    this.#state = { kind: 'checking' };
    const deployment = await this.#parts.deployment();
    const connection = await this.#parts.api.connection();
    if (!connection.ok) {
      this.#state = { kind: 'failed', error: connection.error };
      return;
    }
    const { company, extension } = connection.value;
    this.#uploadPartBytes = extension?.uploadPartBytes ?? null;
    const capabilities = extension?.capabilities ?? [];
    const changed = capabilities.join() !== this.#capabilities.join();
    this.#capabilities = capabilities;
    this.#intakeForm = extension?.intakeForm ?? null;
    this.#state = {
      kind: 'connected',
      company,
      extension: extension !== null,
      sandbox: extension?.sandbox ?? deployment.sandbox,
    };
    if (this.#lastHeard !== (extension !== null)) {
      this.#lastHeard = extension !== null;
      await this.#parts.settings.putSealedJson(EXTENSION, this.#lastHeard);
    }
    if (changed) await this.#parts.settings.putSealedJson(CAPABILITIES, capabilities);
    await this.#parts.onConnected();
  }

  async saveKey(key: string): Promise<Result<null>> {
    const trimmed = key.trim();
    if (!KEY_SHAPE.test(trimmed)) return err(appError('api/unauthorized'));
    const saved = await this.#parts.settings.putSealedJson(API_KEY, trimmed);
    if (!saved.ok) return saved;
    this.#stored = trimmed;
    this.#hasKey = true;
    await this.check();
    return ok(null);
  }
}
