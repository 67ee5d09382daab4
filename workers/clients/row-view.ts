import type { ImportedClient } from '../../src/core/clients/client';
import type { PlanRow } from '../../src/core/clients/upsert-plan';
import type { PlanView, RowOrder, SortKey } from '../../src/worker-bridge/clients-worker-api';
import { foldText } from '../../src/core/fold-text';
import { makeMatcher } from './search-matcher';
import type { SearchEntry } from './search-matcher';

/** Filter, search and order of a preview: built once per plan, asked at each key stroke. Each order is made when first asked for. */
export class RowView {
  readonly #rows: readonly PlanRow[];
  readonly #entries: readonly SearchEntry[];
  /** Indices in ascending `fr-CA` order of a column. */
  readonly #orders = new Map<SortKey, Uint32Array>();

  constructor(rows: readonly PlanRow[]) {
    this.#rows = rows;
    this.#entries = rows.map(({ client, code }) => searchEntry(client, code));
  }

  select({ status, search, order = BY_NAME }: PlanView): Uint32Array {
    const matches = makeMatcher(search);
    const found = this.#order(order.key).filter((index) => {
      const [row, entry] = [this.#rows[index], this.#entries[index]];
      return row !== undefined && entry !== undefined && (status === 'all' || row.status === status) && matches(entry);
    });
    return order.descending ? found.reverse() : found;
  }

  #order(key: SortKey): Uint32Array {
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
export function orderBy(texts: readonly string[]): Uint32Array {
  const { compare } = new Intl.Collator('fr-CA', { numeric: true });
  const order = Uint32Array.from(texts, (_text, index) => index);
  return order.sort((a, b) => {
    const [left, right] = [texts[a] ?? '', texts[b] ?? ''];
    if ((left === '') !== (right === '')) return left === '' ? 1 : -1;
    return compare(left, right) || a - b;
  });
}
