import type { LocalClient } from '../clients/client';
import type { LocalClientId } from '../ids';
import { foldText } from '../fold-text';
import { WHOLE } from './known-numbers';
import type { KnownNumber } from './known-numbers';
import { brokenNameKeys, nameKeys, nameWords, writtenNameKeys } from './name-match';

/** By what each index finds a client. */
const KEYS = {
  id: ({ id }) => [id],
  sin: ({ sin }) => [sin],
  sinTail: ({ sin }) => [sin?.slice(-3) ?? null],
  businessNumber: ({ businessNumber }) => [businessNumber],
  number: ({ clientNumber, code }) => [clientNumber, code],
  name: ({ name }) => nameKeys(name.full),
  brokenName: ({ name }) => brokenNameKeys(name.full),
  lastWord: ({ name }) => [nameWords(name.last ?? name.full).at(-1) ?? null],
  email: ({ email }) => [email?.toLowerCase() ?? null],
} satisfies Record<string, (client: LocalClient) => readonly (string | null)[]>;

/** The office's clients on this workstation, found by whatever a document may say of them. They do not change. */
export class ClientDirectory {
  readonly clients: readonly LocalClient[];
  /** Each made at the first question that needs it: a worker that reads a few documents asks few. */
  readonly #indexes = new Map<keyof typeof KEYS, ReadonlyMap<string, readonly LocalClient[]>>();

  readonly #numbers: ReadonlyMap<LocalClientId, string>;
  readonly #holders: ReadonlyMap<string, LocalClientId>;

  /** @param numbers what sure documents showed of clients whose SIN the list leaves blank. */
  constructor(clients: readonly LocalClient[], numbers: readonly KnownNumber[] = []) {
    this.clients = clients;
    this.#numbers = new Map(numbers.map(({ client, sin }) => [client, sin]));
    this.#holders = new Map(numbers.map(({ client, sin }) => [sin, client]));
  }

  /** The SIN that an imported document showed of this client; `null` where the list has one, or gives that one to somebody. */
  knownSin({ id, sin }: LocalClient): string | null {
    const known = sin === null ? (this.#numbers.get(id) ?? null) : null;
    return known !== null && this.bySin(known).length === 0 ? known : null;
  }

  /** Whose number imported documents showed this to be, all nine digits of it. */
  byKnownSin(digits: string): readonly LocalClient[] {
    const id = this.#holders.get(digits);
    const client = id === undefined || digits.length < WHOLE ? null : this.byId(id);
    return client !== null && this.knownSin(client) === digits ? [client] : [];
  }

  #by(kind: keyof typeof KEYS, key: string): readonly LocalClient[] {
    let index = this.#indexes.get(kind);
    if (index === undefined) {
      index = indexBy(this.clients, KEYS[kind]);
      this.#indexes.set(kind, index);
    }
    return index.get(key) ?? [];
  }

  byId(id: LocalClientId): LocalClient | null {
    return this.#by('id', id).at(-1) ?? null;
  }

  bySin(digits: string): readonly LocalClient[] {
    return this.#by('sin', digits);
  }

  byBusinessNumber(digits: string): readonly LocalClient[] {
    return this.#by('businessNumber', digits);
  }

  /** The tax software's number; spouses may share one. */
  byNumber(number: string): readonly LocalClient[] {
    return this.#by('number', number);
  }

  /** Clients whose SIN ends with these three digits or more. */
  bySinSuffix(suffix: string): readonly LocalClient[] {
    return this.#by('sinTail', suffix.slice(-3)).filter(({ sin }) => sin?.endsWith(suffix));
  }

  /** Names equal but for order, accents (broken ones too), case, particles and punctuation. */
  byName(name: string): readonly LocalClient[] {
    const { plain, broken } = writtenNameKeys(name);
    const found = plain.flatMap((key) => this.#by('name', key));
    if (found.length > 0) return [...new Set(found)];
    return [...new Set(broken.flatMap((key) => this.#by('brokenName', key)))];
  }

  /** Clients whose last name ends in this (folded) word. */
  byLastWord(word: string): readonly LocalClient[] {
    return this.#by('lastWord', word);
  }

  sharing(email: string): readonly LocalClient[] {
    return this.#by('email', email.toLowerCase());
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
