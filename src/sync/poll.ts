import { extensionList } from '../contract/extension-list';
import type { z } from '../contract/zod';
import { ok } from '../core/result';
import type { Result } from '../core/result';
import { pullExtension } from './pull';
import type { PullContext } from './pull';
import { readAnswer } from './read-answer';
import type { ReadFailure } from './read-answer';

/** The entity tag of the last answer to one path. */
export interface PollTag {
  readonly path: string;
  readonly etag: string;
}

export interface Polled<T> {
  readonly rows: readonly T[];
  /** For the next poll; `null` where the server gives none, or the list went over several pages. */
  readonly tag: PollTag | null;
}

/** An extension list asked again and again: nothing is carried when nothing changed (304). */
export async function pollExtension<T extends z.ZodMiniType>(
  path: string,
  item: T,
  tag: PollTag | null,
  context: PullContext,
): Promise<Result<Polled<z.infer<T>>, ReadFailure>> {
  const { http, signal, now } = context;
  const same = tag?.path === path ? tag : null;
  const answer = await http.request({
    method: 'GET',
    path,
    headers: same === null ? {} : { 'if-none-match': same.etag },
    signal,
  });
  if (same !== null && answer.kind === 'response' && answer.status === 304) return ok({ rows: [], tag: same });
  const read = readAnswer(answer, extensionList(item), now());
  if (!read.ok) return read;
  if (read.value.nextCursor !== null) {
    const all = await pullExtension(path, item, context);
    return all.ok ? ok({ rows: all.value, tag: null }) : all;
  }
  const etag = answer.kind === 'response' ? (answer.headers['etag'] ?? null) : null;
  return ok({ rows: read.value.data, tag: etag === null ? null : { path, etag } });
}
