import type { ImportedClient } from '../../src/core/clients/client';
import type { PlanRow } from '../../src/core/clients/upsert-plan';
import type { PlanView, RowOrder, SortKey } from '../../src/worker-bridge/clients-worker-api';
import { foldText } from '../../src/core/fold-text';
import { makeMatcher } from './search-matcher';
import type { SearchEntry } from './search-matcher';

/** Filter, search and order of a preview: built once per plan, asked at each key stroke. Each order is made when first asked for. */
export class RowView {
  readonly #rows: readonly PlanRow[];
  /** Made when something is first searched for. */
  #entries: readonly SearchEntry[] | null = null;
  /** Indices in ascending `fr-CA` order of a column. */
  readonly #orders = new Map<SortKey, Uint32Array<ArrayBuffer>>();

  constructor(rows: readonly PlanRow[]) {
    this.#rows = rows;
  }

  select({ status, search, order = BY_NAME }: PlanView): Uint32Array {
    const ordered = this.#order(order.key);
    const ofStatus = status === 'all' ? ordered.slice() : ordered.filter((at) => this.#rows[at]?.status === status);
    const found = search.trim() === '' ? ofStatus : this.#matching(ofStatus, search);
    return order.descending ? found.reverse() : found;
  }

  #matching(indices: Uint32Array<ArrayBuffer>, search: string): Uint32Array<ArrayBuffer> {
    const entries = (this.#entries ??= this.#rows.map(({ client, code }) => searchEntry(client, code)));
    const matches = makeMatcher(search);
    return indices.filter((index) => {
      const entry = entries[index];
      return entry !== undefined && matches(entry);
    });
  }

  #order(key: SortKey): Uint32Array<ArrayBuffer> {
    const known = this.#orders.get(key);
    if (known) return known;
    const made = orderBy(this.#rows.map((row) => SORT_TEXT[key](row)));
    this.#orders.set(key, made);
    return made;
  }
}

const BY_NAME: RowOrder = { key: 'name', descending: false };

const SORT_TEXT: Readonly<Record<SortKey, (row: PlanRow) => string>> = {
  name: ({ client: { name } }) => name.full,
  code: ({ code }) => code,
  email: ({ client }) => client.email ?? '',
  city: ({ client }) => client.address.city ?? '',
  birthDate: ({ client }) => client.birthDate ?? '',
  accountManager: ({ client }) => client.accountManager ?? '',
  row: ({ sourceRow }) => String(sourceRow),
};

export function searchEntry(client: ImportedClient, code: string): SearchEntry {
  const { name, clientNumber, email, address, accountManager } = client;
  const words = [
    name.full,
    name.last,
    code,
    clientNumber,
    email,
    address.street,
    address.city,
    address.postalCode,
    accountManager,
  ];
  return {
    text: foldText(words.filter((word) => word !== null).join(' ')),
    numbers: [client.sin, client.businessNumber, client.enterpriseNumber, client.phone?.replace('+', '')].filter(
      (number) => number !== null && number !== undefined,
    ),
  };
}

/** Indices of the texts in `fr-CA` order, numbers by value; equal ones in their own order, blanks last. */
export function orderBy(texts: readonly string[]): Uint32Array<ArrayBuffer> {
  const { compare } = new Intl.Collator('fr-CA', { numeric: true });
  const order = Uint32Array.from(texts, (_text, index) => index);
  return order.sort((a, b) => {
    const [left, right] = [texts[a] ?? '', texts[b] ?? ''];
    if ((left === '') !== (right === '')) return left === '' ? 1 : -1;
    return compare(left, right) || a - b;
  });
}
