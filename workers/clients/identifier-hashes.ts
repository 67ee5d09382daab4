import type { LocalClient } from '../../src/core/clients/client';
import { identifierText } from '../../src/core/clients/client-snapshot';
import { keyedHash, keyedHashes } from '../../src/vault/keyed-hash';
import { clientsOf, type ClientDirectory } from './client-directory';

type Identified = Pick<LocalClient, 'sin' | 'businessNumber'>;

/** Lines of a snapshot that are made anew before the others are believed: it may be of another office's key. */
const PROVED = 16;

/**
 * Keyed hashes of SINs and BNs. Each is a question to the system's cryptography, which takes longer than all else that is
 * done with a row: none is asked twice, and those in the snapshot are not asked at all.
 */
export class IdentifierHashes {
  readonly #key: CryptoKey;
  readonly #made = new Map<string, string>();
  /** As the snapshot has them. */
  readonly #kept: ReadonlyMap<string, string>;

  private constructor(key: CryptoKey, kept: ReadonlyMap<string, string>) {
    this.#key = key;
    this.#kept = kept;
  }

  static async open(key: CryptoKey, directory: ClientDirectory): Promise<IdentifierHashes> {
    const kept = keptHashes(directory);
    const step = Math.max(1, Math.floor(kept.size / PROVED));
    for (const [text, hash] of [...kept].filter((_line, at) => at % step === 0))
      if ((await keyedHash(key, text)) !== hash) return new IdentifierHashes(key, new Map());
    return new IdentifierHashes(key, kept);
  }

  /** To look clients up by; `null` for those without either number. */
  async toLookUp(clients: readonly Identified[]): Promise<(string | null)[]> {
    const texts = clients.map(identifierText);
    await this.#make(texts.filter((text) => text !== null && !this.#kept.has(text)));
    return texts.map((text) => (text === null ? null : (this.#kept.get(text) ?? this.#made.get(text) ?? null)));
  }

  /** To be kept: all of them made under the key at hand. */
  async toKeep(clients: readonly Identified[]): Promise<(string | null)[]> {
    const texts = clients.map(identifierText);
    await this.#make(texts);
    return texts.map((text) => (text === null ? null : (this.#made.get(text) ?? null)));
  }

  async #make(texts: readonly (string | null)[]): Promise<void> {
    const missing = [...new Set(texts.filter((text) => text !== null))].filter((text) => !this.#made.has(text));
    const hashes = await keyedHashes(this.#key, missing);
    for (const [at, hash] of hashes.entries()) this.#made.set(missing[at] ?? '', hash);
  }
}

function keptHashes(directory: ClientDirectory): ReadonlyMap<string, string> {
  const lines = new Map(directory.snapshot.map(({ localId, identifierHash }) => [localId, identifierHash]));
  const kept = new Map<string, string>();
  for (const client of clientsOf(directory)) {
    const [text, hash] = [identifierText(client), lines.get(client.id)];
    if (text !== null && hash) kept.set(text, hash);
  }
  return kept;
}
