import type { ImportedClient } from '../../src/core/clients/client';
import type { PlanRow } from '../../src/core/clients/upsert-plan';
import type { PlanView } from '../../src/worker-bridge/clients-worker-api';
import { foldText } from '../../src/core/fold-text';
import { makeMatcher } from './search-matcher';
import type { SearchEntry } from './search-matcher';

/** Filter, search and order of a preview: built once per plan, asked at each key stroke. */
export class RowView {
  readonly #rows: readonly PlanRow[];
  readonly #entries: readonly SearchEntry[];
  /** Indices in `fr-CA` order of name. */
  readonly #order: Uint32Array;

  constructor(rows: readonly PlanRow[]) {
    this.#rows = rows;
    this.#entries = rows.map(({ client, code }) => searchEntry(client, code));
    this.#order = orderByName(rows.map(({ client }) => client.name.full));
  }

  select({ status, search }: PlanView): Uint32Array {
    const matches = makeMatcher(search);
    return this.#order.filter((index) => {
      const [row, entry] = [this.#rows[index], this.#entries[index]];
      return row !== undefined && entry !== undefined && (status === 'all' || row.status === status) && matches(entry);
    });
  }
}

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

export function orderByName(names: readonly string[]): Uint32Array {
  const { compare } = new Intl.Collator('fr-CA', { numeric: true });
  const order = Uint32Array.from(names, (_name, index) => index);
  return order.sort((a, b) => compare(names[a] ?? '', names[b] ?? '') || a - b);
}
