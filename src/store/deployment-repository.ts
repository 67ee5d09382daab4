import type { Result } from '../core/result';
import { ok } from '../core/result';
import type { Database } from './database';
import type { DeploymentRecord } from './records';
import { attempt } from './storage-error';

export type DeploymentName = DeploymentRecord['name'];
export type DeploymentValue<N extends DeploymentName> = Extract<DeploymentRecord, { name: N }>['value'];

/** The few choices in the clear, known before the vault opens: language, theme, whether sending is paused. */
export class DeploymentRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** `null` when never chosen. */
  async get<N extends DeploymentName>(name: N): Promise<Result<DeploymentValue<N> | null>> {
    const record = await attempt(() => this.#database.deployment.get(name));
    return record.ok ? ok((record.value?.value ?? null) as DeploymentValue<N> | null) : record;
  }

  async put(record: DeploymentRecord): Promise<Result<null>> {
    const put = await attempt(() => this.#database.deployment.put(record));
    return put.ok ? ok(null) : put;
  }
}
