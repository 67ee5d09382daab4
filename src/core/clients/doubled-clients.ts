import type { OpenCorrection } from './correction';
import type { ServerClient } from './client';
import type { OutboxEntry } from '../outbox/outbox-entry';

/** A server may trim and change capitals; light enough for the first screen. */
const plain = (text: string): string => text.trim().toLowerCase();

/**
 * Clients that GEM-BOOKS holds twice because a `POST clients` of ours arrived twice: the documented route knows no
 * idempotency, and a browser or a proxy may repeat a request that was cut. Same code and same name as one we made, under
 * another id. Nothing of ours can take a client away: a person does.
 */
export function doubledClients(
  entries: readonly OutboxEntry[],
  servers: readonly ServerClient[],
): readonly OpenCorrection[] {
  const byCode = new Map<string, ServerClient[]>();
  for (const server of servers) {
    const key = plain(server.code);
    const known = byCode.get(key);
    if (known) known.push(server);
    else byCode.set(key, [server]);
  }
  return entries.flatMap(({ task, state }) => {
    if (task.kind !== 'client-create' || state.kind !== 'done' || state.result.kind !== 'client') return [];
    const { serverId } = state.result;
    return (byCode.get(plain(task.body.code)) ?? [])
      .filter(({ id, name }) => id !== serverId && plain(name) === plain(task.body.name))
      .map(({ id }): OpenCorrection => ({
        client: task.client,
        correction: { field: 'double', before: String(id), after: '' },
      }));
  });
}
