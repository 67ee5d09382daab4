import type { LocalClient } from '../clients/client';
import type { LocalClientId } from '../ids';
import { foldText } from '../fold-text';
import { brokenNameKeys, nameKeys, nameWords, writtenNameKeys } from './name-match';

/** The office's clients on this workstation, found by whatever a document may say of them. Immutable once built. */
export class ClientDirectory {
  readonly clients: readonly LocalClient[];
  readonly #byId: ReadonlyMap<LocalClientId, LocalClient>;
  readonly #bySin: ReadonlyMap<string, readonly LocalClient[]>;
  readonly #byBusinessNumber: ReadonlyMap<string, readonly LocalClient[]>;
  readonly #byNumber: ReadonlyMap<string, readonly LocalClient[]>;
  readonly #byName: ReadonlyMap<string, readonly LocalClient[]>;
  readonly #byBrokenName: ReadonlyMap<string, readonly LocalClient[]>;
  readonly #bySinTail: ReadonlyMap<string, readonly LocalClient[]>;
  readonly #byWord: ReadonlyMap<string, readonly LocalClient[]>;
  readonly #byEmail: ReadonlyMap<string, readonly LocalClient[]>;

  constructor(clients: readonly LocalClient[]) {
    this.clients = clients;
    this.#byId = new Map(clients.map((client) => [client.id, client]));
    this.#bySin = indexBy(clients, (client) => [client.sin]);
    this.#byBusinessNumber = indexBy(clients, (client) => [client.businessNumber]);
    this.#byNumber = indexBy(clients, (client) => [client.clientNumber, client.code]);
    this.#byName = indexBy(clients, (client) => nameKeys(client.name.full));
    this.#byBrokenName = indexBy(clients, (client) => brokenNameKeys(client.name.full));
    this.#bySinTail = indexBy(clients, (client) => [client.sin?.slice(-3) ?? null]);
    this.#byWord = indexBy(clients, (client) => [nameWords(client.name.last ?? client.name.full).at(-1) ?? null]);
    this.#byEmail = indexBy(clients, (client) => [client.email?.toLowerCase() ?? null]);
  }

  byId(id: LocalClientId): LocalClient | null {
    return this.#byId.get(id) ?? null;
  }

  bySin(digits: string): readonly LocalClient[] {
    return this.#bySin.get(digits) ?? [];
  }

  byBusinessNumber(digits: string): readonly LocalClient[] {
    return this.#byBusinessNumber.get(digits) ?? [];
  }

  /** The tax software's number; spouses may share one. */
  byNumber(number: string): readonly LocalClient[] {
    return this.#byNumber.get(number) ?? [];
  }

  /** Clients whose SIN ends with these three digits or more. */
  bySinSuffix(suffix: string): readonly LocalClient[] {
    return (this.#bySinTail.get(suffix.slice(-3)) ?? []).filter(({ sin }) => sin?.endsWith(suffix));
  }

  /** Names equal but for order, accents (broken ones too), case, particles and punctuation. */
  byName(name: string): readonly LocalClient[] {
    const { plain, broken } = writtenNameKeys(name);
    const found = plain.flatMap((key) => this.#byName.get(key) ?? []);
    if (found.length > 0) return [...new Set(found)];
    return [...new Set(broken.flatMap((key) => this.#byBrokenName.get(key) ?? []))];
  }

  /** Clients whose last name ends in this (folded) word. */
  byLastWord(word: string): readonly LocalClient[] {
    return this.#byWord.get(word) ?? [];
  }

  sharing(email: string): readonly LocalClient[] {
    return this.#byEmail.get(email.toLowerCase()) ?? [];
  }

  /** Names or numbers that contain the words, any order; at most `limit`. */
  search(text: string, limit: number): LocalClient[] {
    const words = foldText(text).split(' ').filter(Boolean);
    const found: LocalClient[] = [];
    for (const client of this.clients) {
      if (found.length >= limit) break;
      const haystack = foldText(`${client.name.full} ${client.clientNumber ?? ''} ${client.address.city ?? ''}`);
      if (words.every((word) => haystack.includes(word))) found.push(client);
    }
    return found;
  }
}

function indexBy(
  clients: readonly LocalClient[],
  keysOf: (client: LocalClient) => readonly (string | null)[],
): Map<string, LocalClient[]> {
  const index = new Map<string, LocalClient[]>();
  for (const client of clients) {
    for (const key of new Set(keysOf(client))) {
      if (key === null || key === '') continue;
      const same = index.get(key);
      if (same) same.push(client);
      else index.set(key, [client]);
    }
  }
  return index;
}
