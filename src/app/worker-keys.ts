import { appError } from '../core/app-error';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import type { OfficeKeys } from '../vault/office-key';
import type { VaultKeys } from '../vault/vault-key';
import type { WorkerKeys } from '../worker-bridge/worker-keys';

/** What the two file workers may hold while the vault is open. */
export function workerKeys(vault: VaultKeys | null, office: OfficeKeys | null): Result<WorkerKeys> {
  if (vault === null || office === null) return err(appError('vault/locked'));
  return ok({ sealKey: vault.sealKey, identifierKey: office.identifierKey, deliveryKey: office.deliveryKey });
}
