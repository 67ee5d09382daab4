import type { DocumentId, LocalClientId, ServerClientId } from '../core/ids';
import type { Result } from '../core/result';
import type { ClientDirectoryRepository } from './client-directory-repository';
import type { DocumentRepository } from './document-repository';
import type { OutboxRepository } from './outbox-repository';
import { StorageError } from './storage-error';

export interface OutboxStoreParts {
  readonly outbox: OutboxRepository;
  readonly directory: ClientDirectoryRepository;
  readonly documents: DocumentRepository;
}

/** The repositories as the `OutboxStore` and `OutboxHand` of `sync/ports`. Only `documentBytes` has room for an error value: the rest throw `StorageError`. */
export const outboxStore = ({ outbox, directory, documents }: OutboxStoreParts) => ({
  unsettled: () => outbox.unsettled(),
  settled: outbox.settled.bind(outbox),
  stored: outbox.stored.bind(outbox),
  save: outbox.save.bind(outbox),
  serverIdOf: async (client: LocalClientId): Promise<ServerClientId | null> => {
    const link = await directory.serverIdOf(client);
    if (!link.ok) throw new StorageError(link.error, link.error.code);
    return link.value;
  },
  documentBytes: (document: DocumentId): Promise<Result<Uint8Array<ArrayBuffer>>> => documents.open(document),
  onChange: (callback: () => void) => outbox.onChange(callback),
});
