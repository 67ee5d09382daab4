import type { LocalClientId, ServerClientId } from '../core/ids';
import type { Result } from '../core/result';
import type { ClientDirectoryImage } from '../worker-bridge/client-directory-image';
import { allLinks, LINK_TABLES, linkOf } from './client-links';
import type { Database } from './database';
import { attempt } from './storage-error';
import { watchTables } from './watch-tables';

/** `revision` goes back with the batch that changes the directory: it is refused when the clients changed meanwhile. */
export interface DirectoryImage extends ClientDirectoryImage {
  readonly revision: number;
}

/** The office's clients as ciphertext, and who they are in GEM-BOOKS. */
export class ClientDirectoryRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** All chunks and their snapshot as of one moment; works while locked, for it opens nothing. */
  image(): Promise<Result<DirectoryImage>> {
    const { clientChunks, clientSnapshot } = this.#database;
    return attempt(() =>
      this.#database.transaction('r', clientChunks, clientSnapshot, async () => {
        const chunks = await clientChunks.toArray();
        const snapshot = await clientSnapshot.get('current');
        return { chunks, snapshot: snapshot?.sealed ?? null, revision: snapshot?.revision ?? 0 };
      }),
    );
  }

  /** Calls back after each committed change of the clients or of who they are. Answers the unsubscriber. */
  onChange(callback: () => void): () => void {
    return watchTables(this.#database, ['clientSnapshot', 'clientChunks', ...LINK_TABLES], callback);
  }

  async links(): Promise<Result<readonly (readonly [LocalClientId, ServerClientId])[]>> {
    return attempt(() => this.#database.transaction('r', [...LINK_TABLES], () => allLinks(this.#database)));
  }

  async serverIdOf(client: LocalClientId): Promise<Result<ServerClientId | null>> {
    return attempt(() => this.#database.transaction('r', [...LINK_TABLES], () => linkOf(this.#database, client)));
  }
}
