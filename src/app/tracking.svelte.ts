import type { LocalClient } from '../core/clients/client';
import type { LocalClientId } from '../core/ids';
import type { OutboxEntry } from '../core/outbox/outbox-entry';
import { LiveQuery } from '../store/live-query.svelte';
import type { Tracking } from '../ui/context';
import { openJson } from '../vault/seal';
import type { Repositories } from './repositories';

/** The outbox as the screens see it, opened; empty while the vault is locked. */
export class TrackingService implements Tracking {
  readonly #entries: LiveQuery<readonly OutboxEntry[]>;
  readonly #names: LiveQuery<ReadonlyMap<LocalClientId, string>>;

  constructor(repositories: Repositories, sealKey: () => CryptoKey | null) {
    this.#entries = new LiveQuery(async () => {
      const read = await repositories.outbox.all();
      return read.ok ? read.value.entries : [];
    }, []);
    this.#names = new LiveQuery(async () => {
      const image = await repositories.directory.image();
      const key = sealKey();
      const names = new Map<LocalClientId, string>();
      if (!image.ok || key === null) return names;
      for (const { id, sealed } of image.value.chunks) {
        const chunk = await openJson<{ readonly clients: readonly LocalClient[] }>(key, `client-chunk:${id}`, sealed);
        if (chunk.ok) for (const client of chunk.value.clients) names.set(client.id, client.name.full);
      }
      return names;
    }, new Map());
  }

  get entries(): readonly OutboxEntry[] {
    return this.#entries.current;
  }

  clientName(client: LocalClientId): string | null {
    return this.#names.current.get(client) ?? null;
  }
}
