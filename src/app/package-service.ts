import { proxy } from 'comlink';
import { appError } from '../core/app-error';
import type { BatchId, DocumentId, LocalClientId } from '../core/ids';
import { remindableClients, reminderOf } from '../core/package/client-reminders';
import type { ReminderWords } from '../core/package/client-reminders';
import { followUpCsv } from '../core/package/follow-up-csv';
import type { FollowUpWords } from '../core/package/follow-up-csv';
import { MANIFEST_NAME, packageManifest } from '../core/package/package-manifest';
import { planPackage } from '../core/package/package-plan';
import type { PackagePart } from '../core/package/package-plan';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import type { PackageControl } from '../ui/controls/package-control';
import { sha256 } from '../vault/digest';
import type { PackageEntry, PackageWorkerApi } from '../worker-bridge/package-worker-api';
import type { WorkerHandle } from '../worker-bridge/worker-handle';
import type { ByHandService } from './by-hand-service';
import { queueTasks } from './queue-tasks';
import type { QueueParts } from './queue-tasks';
import type { Repositories } from './repositories';

export interface PackageParts extends QueueParts {
  readonly repositories: QueueParts['repositories'] & Pick<Repositories, 'outbox' | 'documents'>;
  readonly byHand: Pick<ByHandService, 'mark'>;
  readonly clients: () => Promise<ReadonlyMap<LocalClientId, { readonly code: string; readonly name: string }>>;
  readonly words: () => FollowUpWords;
  readonly reminderWords: () => ReminderWords;
  readonly today: () => string;
  readonly worker: WorkerHandle<PackageWorkerApi>;
}

const UNKNOWN = { code: '', name: '' };

/** Envelopes that no route carries, as an archive to load into GEM-BOOKS by hand. Exported is not transmitted. */
export class PackageService implements PackageControl {
  readonly #parts: PackageParts;

  constructor(parts: PackageParts) {
    this.#parts = parts;
  }

  async export(
    ...[batch, number, target, onProgress]: Parameters<PackageControl['export']>
  ): ReturnType<PackageControl['export']> {
    const { repositories, byHand, words, today } = this.#parts;
    const parts = await this.#plan(batch);
    if (!parts.ok) return parts;
    const part = parts.value[number - 1];
    const batchKey = await repositories.keyring.keyFor(batch);
    if (part === undefined) return err(appError('batch/nothing-to-import'));
    if (batchKey === null) return err(appError('vault/locked'));
    const documents: PackageEntry[] = [];
    for (const file of part.flatMap(({ files }) => files)) {
      const sealed = await repositories.documents.place(file.document);
      if (!sealed.ok) return sealed;
      documents.push({ path: file.path, sealed: sealed.value, sha256: file.content.sha256 });
    }
    const place = { batch, number, of: parts.value.length };
    const texts = [
      { path: words().fileName, text: followUpCsv(part, words()) },
      { path: MANIFEST_NAME, text: await packageManifest(part, place, sha256) },
    ];
    const sealedBytes = proxy((document: DocumentId) => repositories.documents.sealedBytes(document));
    const written = await this.#parts.worker.call((worker) =>
      worker.write({ batchKey, documents, texts, target }, sealedBytes, proxy(onProgress)),
    );
    this.#parts.worker.terminate();
    if (!written.ok) return written;
    for (const { envelope } of part) {
      const marked = await byHand.mark(envelope.entry, 'exported', today());
      if (!marked.ok) return marked;
    }
    return ok({ blob: written.value.blob, parts: parts.value.length });
  }

  async remind(...[batch, on]: Parameters<PackageControl['remind']>): ReturnType<PackageControl['remind']> {
    const all = await this.#parts.repositories.outbox.all();
    if (!all.ok) return all;
    const clients = [...remindableClients(all.value.entries, batch)];
    if (clients.length === 0) return ok(0);
    const words = this.#parts.reminderWords();
    const queued = await queueTasks(
      this.#parts,
      'follow-up',
      clients.map(([client, about]) => ({
        task: reminderOf(client, about, { batch, on }, words),
        dependsOn: about.dependsOn,
      })),
    );
    return queued.ok ? ok(clients.length) : queued;
  }

  cancel(): void {
    this.#parts.worker.terminate();
  }

  async #plan(batch: BatchId): Promise<Result<readonly PackagePart[]>> {
    const all = await this.#parts.repositories.outbox.all();
    if (!all.ok) return all;
    const clients = await this.#parts.clients();
    const envelopes = all.value.entries
      .filter((entry) => entry.batch === batch && entry.state.kind === 'by-hand')
      .toSorted((a, b) => a.order - b.order)
      .flatMap(({ id, task }) =>
        task.kind === 'hand-envelope'
          ? [{ entry: id, client: clients.get(task.client) ?? UNKNOWN, draft: task.draft, files: task.files }]
          : [],
      );
    return ok(planPackage(envelopes));
  }
}
