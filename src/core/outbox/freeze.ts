import { ok } from '../result';
import type { Result } from '../result';
import { canonicalJson } from './canonical-json';
import { resolveTask } from './resolve-task';
import type { ResolvedIds, Unresolved } from './resolve-task';
import type { FrozenRequest, OutboxEntry } from './outbox-entry';

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export type TextDigest = (text: string) => Promise<string>;

/**
 * The request as it will be sent at every attempt: same key, same bytes, same digest. An upload's body is the sealed
 * document, whose digest its task already carries.
 */
export async function freeze(
  entry: Pick<OutboxEntry, 'task' | 'idempotencyKey'>,
  ids: ResolvedIds,
  digest: TextDigest,
): Promise<Result<FrozenRequest, Unresolved>> {
  const resolved = resolveTask(entry, ids);
  if (!resolved.ok) return resolved;
  const { method, path, headers, body } = resolved.value;
  if (entry.task.kind === 'upload') return ok({ method, path, headers, body: null, digest: entry.task.sha256 });
  const text = canonicalJson(body);
  return ok({ method, path, headers, body: text, digest: await digest(text) });
}
