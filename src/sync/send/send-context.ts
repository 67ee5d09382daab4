import type { FrozenRequest, OutboxEntry, OutboxTask } from '../../core/outbox/outbox-entry';
import type { HttpRequest, OutboxStore } from '../ports';
import type { PullContext } from '../pull';

export type TaskOf<K extends OutboxTask['kind']> = Extract<OutboxTask, { readonly kind: K }>;

/** What sending one entry may use. Nothing here writes to the outbox: only the loop does. */
export interface SendContext extends PullContext {
  readonly documentBytes: OutboxStore['documentBytes'];
  /** Largest part of an upload that the server takes, in bytes. */
  readonly uploadPartBytes: () => number;
  /** The uploads that the entry depends on, as their tasks. */
  readonly uploads: readonly TaskOf<'upload'>[];
  /** The Idempotency-Key that the draft in question was made under: proof that it is ours to withdraw. */
  readonly draftKey: string | null;
}

/** A claimed entry: frozen, and about to be sent. */
export interface Sending<K extends OutboxTask['kind']> {
  readonly entry: OutboxEntry;
  readonly task: TaskOf<K>;
  readonly frozen: FrozenRequest;
}

/** The frozen request, as it goes out at each attempt. `headers` adds what belongs to this attempt alone (If-Match). */
export function frozenRequest(
  frozen: FrozenRequest,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): HttpRequest {
  const { method, path } = frozen;
  const request = { method, path, headers: { ...frozen.headers, ...headers }, signal };
  return frozen.body === null ? request : { ...request, body: frozen.body };
}
