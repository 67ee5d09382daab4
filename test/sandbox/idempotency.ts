import { createHash } from 'node:crypto';
import { transact } from './database';
import type { Context } from 'hono';
import type { z } from 'zod/mini';
import type { SandboxContext } from './context';
import type { Tx } from './database';
import { flushMail } from './mail';
import { Refusal } from './problems';
import { checkMediaType, JSON_LIMIT, parseBody, readBytes, readJson } from './read-body';

/** What an effect answers; kept word for word for the next request with the same key. */
export interface EffectAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Runs an effect once per Idempotency-Key. The effect and the memory of it are one transaction: both are there after
 * a crash, or neither. A refusal is rolled back and not remembered: it changed nothing, so the same request is judged
 * anew once its cause is gone (an upload that was missing, a recipient that was not invited).
 */
export async function once<S extends z.ZodMiniType>(
  c: Context,
  context: SandboxContext,
  schema: S,
  effect: (tx: Tx, body: z.infer<S>) => Promise<EffectAnswer>,
): Promise<Response> {
  const key = c.req.header('Idempotency-Key') ?? '';
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new Refusal('idempotency-key-required');
  if (context.running.has(key)) throw new Refusal('idempotency-in-progress', { headers: { 'Retry-After': '1' } });
  context.running.add(key);
  try {
    checkMediaType(c.req.raw);
    const bytes = await readBytes(c.req.raw, JSON_LIMIT);
    const digest = createHash('sha256').update(`${c.req.method} ${c.req.path}\n`).update(bytes).digest('hex');
    const { answer, replayed } = await transact(context.db, async (tx) => {
      const before = await tx.selectFrom('idempotency').selectAll().where('key', '=', key).executeTakeFirst();
      if (before !== undefined) {
        if (before.digest !== digest) throw new Refusal('idempotency-key-reused');
        return { answer: before, replayed: true };
      }
      const { status, body, headers } = await effect(tx, parseBody(schema, bytes));
      const answer = { status, body: JSON.stringify(body), headers: JSON.stringify(headers ?? {}) };
      await tx
        .insertInto('idempotency')
        .values({ key, digest, ...answer, created_at: context.now().toISOString() })
        .execute();
      return { answer, replayed: false };
    });
    await flushMail(context);
    return new Response(answer.body, {
      status: answer.status,
      headers: {
        'Content-Type': 'application/json',
        ...JSON.parse(answer.headers),
        ...(replayed ? { 'Idempotency-Replayed': 'true' } : {}),
      },
    });
  } finally {
    context.running.delete(key);
  }
}

/**
 * A documented POST: as GEM-BOOKS publishes it, without idempotency, unless the server has our extension and the client
 * gave a key.
 */
export async function onceIfKeyed<S extends z.ZodMiniType>(
  c: Context,
  context: SandboxContext,
  schema: S,
  effect: (tx: Tx, body: z.infer<S>) => Promise<EffectAnswer>,
): Promise<Response> {
  const { extension, keyedDocumented } = context.settings;
  if (extension && keyedDocumented && c.req.header('Idempotency-Key') !== undefined)
    return once(c, context, schema, effect);
  const body = await readJson(schema, c.req.raw);
  const { status, body: answer } = await transact(context.db, (tx) => effect(tx, body));
  return Response.json(answer, { status });
}
