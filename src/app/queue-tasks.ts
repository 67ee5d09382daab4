import { appError } from '../core/app-error';
import type { BatchId, OutboxEntryId } from '../core/ids';
import type { BatchKind } from '../core/outbox/batch-draft';
import { newEntry } from '../core/outbox/new-entry';
import type { OutboxTask } from '../core/outbox/outbox-entry';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import { enqueueBatch } from '../store/enqueue-batch';
import { createBatchKey } from '../vault/batch-key';
import { randomId } from '../vault/random-id';
import { sealerOf } from '../vault/seal';
import type { VaultKeys } from '../vault/vault-key';
import type { Repositories } from './repositories';

export interface QueueParts {
  readonly repositories: Pick<Repositories, 'database' | 'journal' | 'keyring'>;
  readonly vaultKeys: () => VaultKeys | null;
  readonly now: () => number;
  readonly onQueued: () => Promise<void>;
}

/** A task, and the Idempotency-Key that every workstation of the office would give it; random where it is absent. */
export interface QueuedTask {
  readonly task: OutboxTask;
  readonly idempotencyKey?: string;
  readonly dependsOn?: readonly OutboxEntryId[];
}

/**
 * Puts tasks that make no client and carry no document of their own into the outbox as one batch: all of them or none.
 * Errors: `vault/locked`, `batch/nothing-to-import`, `storage/…`.
 */
export async function queueTasks(
  { repositories, vaultKeys, now, onQueued }: QueueParts,
  kind: Extract<BatchKind, 'tasks' | 'follow-up'>,
  tasks: readonly QueuedTask[],
): Promise<Result<{ readonly batch: BatchId }>> {
  const vault = vaultKeys();
  if (vault === null) return err(appError('vault/locked'));
  const batch = randomId<BatchId>();
  const key = await createBatchKey(vault.wrapKey, batch);
  if (!key.ok) return key;
  const createdAt = now();
  const entries = tasks.map(({ task, idempotencyKey, dependsOn = [] }, order) => {
    const entry = newEntry({ id: randomId(), batch, order, dependsOn, task }, { now: createdAt, newId: randomId });
    return idempotencyKey === undefined ? entry : { ...entry, idempotencyKey };
  });
  repositories.keyring.hold(batch, key.value.key);
  const queued = await enqueueBatch(
    repositories.database,
    repositories.journal,
    {
      id: batch,
      kind,
      createdAt,
      entries,
      links: [],
      documents: [],
      fallbackBytes: [],
      directory: null,
      sources: [],
    },
    { wrappedKey: key.value.wrapped, sealer: sealerOf(key.value.key) },
  );
  if (!queued.ok) {
    repositories.keyring.forget(batch);
    return queued;
  }
  await onQueued();
  return ok({ batch });
}
