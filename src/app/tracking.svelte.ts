import type { LocalClientId } from '../core/ids';
import type { OutboxEntry } from '../core/outbox/outbox-entry';
import { LiveQuery } from './live-query.svelte';
import type { Tracking } from '../ui/controls/tracking';
import { localClients } from './local-clients';
import type { Repositories } from './repositories';

type KnownClient = { readonly name: string; readonly code: string };

/** The outbox as the screens see it, opened; empty while the vault is locked. */
export class TrackingService implements Tracking {
  readonly #entries: LiveQuery<readonly OutboxEntry[]>;
  readonly #read: () => Promise<ReadonlyMap<LocalClientId, KnownClient>>;
  readonly #clients: LiveQuery<ReadonlyMap<LocalClientId, KnownClient>>;

  constructor(repositories: Repositories, sealKey: () => CryptoKey | null) {
    const { outbox, directory } = repositories;
    this.#entries = new LiveQuery<readonly OutboxEntry[]>(
      () => outbox.followed().catch(() => []),
      [],
      (callback) => outbox.onChange(callback),
    );
    this.#read = async () => {
      const clients = await localClients(repositories, sealKey());
      return new Map(clients.map(({ id, name, code }) => [id, { name: name.full, code }]));
    };
    this.#clients = new LiveQuery(this.#read, new Map(), (callback) => directory.onChange(callback));
  }

  get entries(): readonly OutboxEntry[] {
    return this.#entries.current;
  }

  clientName(client: LocalClientId): string | null {
    return this.#clients.current.get(client)?.name ?? null;
  }

  clientCode(client: LocalClientId): string | null {
    return this.#clients.current.get(client)?.code ?? null;
  }

  /** Name and code of every client of this workstation, read now. */
  clients(): Promise<ReadonlyMap<LocalClientId, KnownClient>> {
    return this.#read();
  }
}
