import { ClientDirectory } from '../../src/core/documents/client-directory';
import { withNumbers } from '../../src/core/documents/known-numbers';
import type { KnownNumber } from '../../src/core/documents/known-numbers';
import type { LocalClientId } from '../../src/core/ids';
import { ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { ClientDirectoryImage } from '../../src/worker-bridge/client-directory-image';
import { openDirectory } from './open-directory';

/**
 * The office's clients as the documents worker knows them: as listed, and what imported documents showed of them since.
 * Kept as long as the worker, which ends when the vault is locked.
 */
export class OfficeClients {
  #image: ClientDirectoryImage = { chunks: [], snapshot: null };
  #directory = new ClientDirectory([]);
  /** Learnt of what was imported. */
  #learnt: readonly KnownNumber[] = [];
  /** What the sure documents of the batch at hand show of the same: it vouches for the others, and goes with the batch. */
  #shown: readonly KnownNumber[] = [];

  get directory(): ClientDirectory {
    return this.#directory;
  }

  /** Sealed, for helpers to open under the same key: clients themselves do not cross between workers. */
  get image(): ClientDirectoryImage {
    return this.#image;
  }

  get numbers(): readonly KnownNumber[] {
    return withNumbers(this.#learnt, this.#shown);
  }

  /** Those of `image` from now on. `vault/damaged-record` leaves those known before. */
  async take(image: ClientDirectoryImage, sealKey: CryptoKey): Promise<Result<null>> {
    const directory = await openDirectory(image, sealKey, this.numbers);
    if (!directory.ok) return directory;
    this.#image = image;
    this.#directory = directory.value;
    return ok(null);
  }

  /** Of the batch at hand, instead of what was shown before. */
  show(shown: readonly KnownNumber[]): void {
    if (shown.length === 0 && this.#shown.length === 0) return;
    this.#shown = shown;
    this.#knowAgain();
  }

  /** For the batches to come: a TP-1000.TE prints no address, and the T183 before it did. */
  learn(shown: readonly KnownNumber[]): void {
    if (shown.length === 0) return;
    this.#learnt = withNumbers(this.#learnt, shown);
    this.#knowAgain();
  }

  #knowAgain(): void {
    this.#directory = new ClientDirectory(this.#directory.clients, this.numbers);
  }

  search(
    words: string,
    limit: number,
  ): { readonly id: LocalClientId; readonly name: string; readonly city: string | null }[] {
    const found = this.#directory.search(words, limit);
    return found.map(({ id, name, address }) => ({ id, name: name.full, city: address.city }));
  }
}
