import { NO_LOCKS, withLock, type FieldLocks, type LockableField } from '../core/clients/field-policy';
import type { ManagerNames } from '../core/clients/manager-names';
import type { ServerClientId } from '../core/ids';
import { ok, type Result } from '../core/result';
import type { SettingsRepository } from '../store/settings-repository';

const LOCKS = 'field-locks';
const MANAGER_NAMES = 'manager-names';

/** What the office said once of every list to come, sealed on this workstation: locked fields, who a name means. */
export class ClientChoices {
  readonly #settings: SettingsRepository;
  #locks = $state.raw<FieldLocks>(NO_LOCKS);
  #managerNames = $state.raw<ManagerNames>([]);
  #naming: Promise<unknown> = Promise.resolve();

  constructor(settings: SettingsRepository) {
    this.#settings = settings;
  }

  get locks(): FieldLocks {
    return this.#locks;
  }

  get managerNames(): ManagerNames {
    return this.#managerNames;
  }

  /** Another tab may have chosen something since: what is stored counts. */
  async readLocks(): Promise<Result<FieldLocks>> {
    const stored = await this.#settings.getSealedJson<FieldLocks>(LOCKS);
    if (!stored.ok) return stored;
    this.#locks = stored.value ?? NO_LOCKS;
    return ok(this.#locks);
  }

  async setLock(client: ServerClientId | null, field: LockableField, locked: boolean): Promise<Result<FieldLocks>> {
    const before = await this.readLocks();
    if (!before.ok) return before;
    const locks = withLock(before.value, client, field, locked);
    const put = await this.#settings.putSealedJson(LOCKS, locks);
    if (!put.ok) return put;
    this.#locks = locks;
    return ok(locks);
  }

  async readManagerNames(): Promise<Result<ManagerNames>> {
    const stored = await this.#settings.getSealedJson<ManagerNames>(MANAGER_NAMES);
    if (!stored.ok) return stored;
    this.#managerNames = stored.value ?? [];
    return ok(this.#managerNames);
  }

  /** One after the other: each begins from what the one before left. */
  nameManager(name: string, managerId: string | null): Promise<Result<null>> {
    const named = this.#naming.then(() => this.#nameManager(name, managerId));
    this.#naming = named.catch(() => null);
    return named;
  }

  /** What was said just before may still be on its way to the store. */
  async settled(): Promise<void> {
    await this.#naming;
  }

  async #nameManager(name: string, managerId: string | null): Promise<Result<null>> {
    const before = await this.readManagerNames();
    if (!before.ok) return before;
    // Not part of the first screen: comparing names is a rule of some weight.
    const { withManagerName } = await import('../core/clients/manager-names');
    const names = withManagerName(before.value, name, managerId);
    const put = await this.#settings.putSealedJson(MANAGER_NAMES, names);
    if (put.ok) this.#managerNames = names;
    return put;
  }
}
