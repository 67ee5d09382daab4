import type { LocalClient } from '../core/clients/client';
import type { LocalClientId } from '../core/ids';
import type { OutboxEntry } from '../core/outbox/outbox-entry';
import { LiveQuery } from '../store/live-query.svelte';
import type { Tracking } from '../ui/context';
import { openJson } from '../vault/seal';
import type { Repositories } from './repositories';

type KnownClient = { readonly name: string; readonly code: string };

/** The outbox as the screens see it, opened; empty while the vault is locked. */
export class TrackingService implements Tracking {
  readonly #entries: LiveQuery<readonly OutboxEntry[]>;
  readonly #read: () => Promise<ReadonlyMap<LocalClientId, KnownClient>>;
  readonly #clients: LiveQuery<ReadonlyMap<LocalClientId, KnownClient>>;

  constructor(repositories: Repositories, sealKey: () => CryptoKey | null) {
    this.#entries = new LiveQuery(async () => {
      const read = await repositories.outbox.all();
      return read.ok ? read.value.entries : [];
    }, []);
    this.#read = async () => {
      const image = await repositories.directory.image();
      const key = sealKey();
      const known = new Map<LocalClientId, KnownClient>();
      if (!image.ok || key === null) return known;
      for (const { id, sealed } of image.value.chunks) {
        const chunk = await openJson<{ readonly clients: readonly LocalClient[] }>(key, `client-chunk:${id}`, sealed);
        if (!chunk.ok) continue;
        for (const client of chunk.value.clients) known.set(client.id, { name: client.name.full, code: client.code });
      }
      return known;
    };
    this.#clients = new LiveQuery(this.#read, new Map());
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
