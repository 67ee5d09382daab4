import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler, Next } from 'hono';
import { assertNever } from '../../src/core/result';
import { answerInstead } from './answer-instead';
import type { SandboxContext } from './context';
import type { Fault } from './faults';
import { withoutSecret } from './recipient/link';
import { slowly } from './slowly';
import { spoilAnswer, spoilRequest } from './spoil';

type Env = { Bindings: Partial<HttpBindings> };
type Handle = (request: Request, env: Partial<HttpBindings>) => Promise<Response>;

/**
 * Logs each request, and plays the faults scripted for it. Before the key is looked at, and after everything is done.
 * `handle` is the whole server, for a request that takes another's place: no fault is played on it.
 */
export function faultsAndLog(context: SandboxContext, handle: Handle): MiddlewareHandler<Env> {
  const substitutes = new WeakSet<Request>();
  const handleOther = (request: Request, c: Context<Env>): Promise<Response> => {
    substitutes.add(request);
    return handle(request, c.env);
  };
  return async (c, next) => {
    if (substitutes.has(c.req.raw)) return next();
    const { path } = c.req;
    const method = c.req.raw.method;
    const now = context.now();
    const faults = context.faults.next(method, path, now);
    const log = (status: number) =>
      context.log.add({
        at: now.toISOString(),
        method,
        path: withoutSecret(path),
        status,
        idempotencyKey: c.req.header('Idempotency-Key') ?? null,
        fault: faults.map(({ kind }) => kind).join('+') || null,
      });

    await delay(faults, 'before');
    // An asker who left meanwhile, or was killed, has nothing done any more: it is done before the cut or never.
    if (faults.length > 0 && c.env.incoming?.socket.destroyed === true) {
      log(0);
      return RESPONSE_ALREADY_SENT;
    }
    const fault = faults.findLast(({ kind }) => kind !== 'delay');
    const instead = fault === undefined ? null : answerInstead(fault, now);
    if (instead !== null) {
      log(instead.status);
      return instead;
    }
    if (fault?.kind === 'cut-before' || (fault?.kind === 'timeout' && fault.when !== 'after')) {
      log(0);
      return fault.kind === 'timeout' ? silence(c) : cut(c);
    }
    await act(fault, c, next, handleOther);
    await delay(faults, 'after');
    if (fault?.kind === 'cut-after' || fault?.kind === 'timeout') {
      log(0);
      c.res = fault.kind === 'timeout' ? await silence(c) : cut(c);
      return undefined;
    }
    log(c.res.status);
    if (fault?.kind === 'slow') c.res = slowly(c.res, fault.bytesPerSecond);
    return undefined;
  };
}

/** The server's own act, once, twice or on a body that was damaged; its answer is in `c.res`. */
async function act(
  fault: Fault | undefined,
  c: Context<Env>,
  next: Next,
  handleOther: (request: Request, c: Context<Env>) => Promise<Response>,
): Promise<void> {
  switch (fault?.kind) {
    case 'duplicate': {
      const { url, method, headers } = c.req.raw;
      const body = method === 'GET' || method === 'HEAD' ? null : await c.req.raw.arrayBuffer();
      const copy = () => new Request(url, { method, headers, ...(body === null ? {} : { body: body.slice(0) }) });
      await (await handleOther(copy(), c)).arrayBuffer();
      c.res = await handleOther(copy(), c);
      return;
    }
    case 'wrong-digest':
      if (fault.of === 'answer') {
        await next();
        c.res = await spoilAnswer(c.res);
      } else c.res = await handleOther(await spoilRequest(c.req.raw, fault.of === 'upload'), c);
      return;
    case undefined:
    case 'status':
    case 'delay':
    case 'cut-before':
    case 'cut-after':
    case 'timeout':
    case 'slow':
    case 'expired-key':
      return next();
    default:
      return assertNever(fault);
  }
}

async function delay(faults: readonly Fault[], when: 'before' | 'after'): Promise<void> {
  for (const fault of faults) if (fault.kind === 'delay' && (fault.when ?? 'before') === when) await sleep(fault.ms);
}

/** Ends the connection without a byte of answer. Only a real connection can be cut. */
function cut(c: Context<Env>): Response {
  socketOf(c).destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Not a byte of answer, until the client gives up. */
async function silence(c: Context<Env>): Promise<Response> {
  const socket = socketOf(c);
  if (!socket.destroyed) await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return RESPONSE_ALREADY_SENT;
}

function socketOf(c: Context<Env>) {
  const socket = c.env.incoming?.socket;
  if (socket === undefined) throw new Error('a connection can only be cut over real HTTP');
  return socket;
}
