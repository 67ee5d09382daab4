import type { ServerClient } from '../../../../src/core/clients/client';
import type { LocalClientId, ServerClientId } from '../../../../src/core/ids';
import type { OutboxTask } from '../../../../src/core/outbox/outbox-entry';

export interface FakeServer {
  readonly clients: ServerClient[];
  readonly links: Map<LocalClientId, ServerClientId>;
}

/** What GEM-BOOKS would hold once every task was delivered, in order. */
export function applyTasks(
  before: { readonly clients: readonly ServerClient[]; readonly links: ReadonlyMap<LocalClientId, ServerClientId> },
  tasks: readonly { readonly task: OutboxTask }[],
): FakeServer {
  const clients = new Map(before.clients.map((client) => [client.id, client]));
  const links = new Map(before.links);
  const change = (local: LocalClientId, values: Partial<ServerClient>): void => {
    const client = clients.get(links.get(local) ?? -1);
    if (!client) throw new Error('a task names a client that is not there');
    clients.set(client.id, { ...client, ...values });
  };
  for (const { task } of tasks) {
    switch (task.kind) {
      case 'client-create': {
        const id = Math.max(0, ...clients.keys()) + 1;
        const { name, code, email, address, phone } = task.body;
        clients.set(id, {
          id,
          name,
          code,
          email,
          address,
          phone,
          inactive: false,
          address2: '',
          city: '',
          state: '',
          zipcode: '',
          language: null,
          accountManagerId: null,
          invitation: 'none',
        });
        links.set(task.client, id);
        break;
      }
      case 'client-update':
      case 'client-patch': {
        for (const { field, before: seen } of task.changes) {
          const held = clients.get(links.get(task.client) ?? -1)?.[field] ?? '';
          if (held !== seen) throw new Error(`${field} was read otherwise than it is`);
        }
        change(task.client, Object.fromEntries(task.changes.map(({ field, after }) => [field, after])));
        if (task.kind === 'client-patch')
          change(task.client, {
            ...(task.language ? { language: task.language } : {}),
            ...(task.accountManagerId ? { accountManagerId: task.accountManagerId } : {}),
          });
        break;
      }
      case 'invitation':
        for (const local of task.clients) change(local, { invitation: 'invited' });
        break;
      default:
        throw new Error('not a task of clients');
    }
  }
  return { clients: [...clients.values()], links };
}
