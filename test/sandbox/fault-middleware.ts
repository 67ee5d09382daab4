import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import { assertNever } from '../../src/core/result';
import type { ProblemCode } from '../../src/contract/problem.schema';
import { PROBLEM_STATUS } from '../../src/contract/problem.schema';
import type { SandboxContext } from './context';
import type { Fault } from './faults';
import { problemResponse } from './problems';

/** Logs each request, and plays the faults scripted for it. Before the key is looked at, and after everything is done. */
export const faultsAndLog =
  (context: SandboxContext): MiddlewareHandler<{ Bindings: Partial<HttpBindings> }> =>
  async (c, next) => {
    const { path } = c.req;
    const method = c.req.raw.method;
    const faults = context.faults.next(method, path);
    const at = context.now().toISOString();
    const log = (status: number) =>
      context.log.add({
        at,
        method,
        path,
        status,
        idempotencyKey: c.req.header('Idempotency-Key') ?? null,
        fault: faults.map(({ kind }) => kind).join('+') || null,
      });

    await delay(faults, 'before');
    const last = faults.findLast(({ kind }) => kind !== 'delay');
    const instead = last === undefined ? null : answerInstead(last);
    if (last?.kind === 'cut-before') {
      log(0);
      return cut(c);
    }
    if (instead !== null) {
      log(instead.status);
      return instead;
    }
    await next();
    await delay(faults, 'after');
    if (last?.kind === 'cut-after') {
      log(0);
      c.res = cut(c);
      return undefined;
    }
    log(c.res.status);
    return undefined;
  };

async function delay(faults: readonly Fault[], when: 'before' | 'after'): Promise<void> {
  for (const fault of faults) if (fault.kind === 'delay' && (fault.when ?? 'before') === when) await sleep(fault.ms);
}

/** Ends the connection without a byte of answer. Only a real connection can be cut. */
function cut(c: Context<{ Bindings: Partial<HttpBindings> }>): Response {
  const socket = c.env.incoming?.socket;
  if (socket === undefined) throw new Error('a connection can only be cut over real HTTP');
  socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function answerInstead(fault: Fault): Response | null {
  switch (fault.kind) {
    case 'status': {
      const headers: Record<string, string> = {};
      if (fault.retryAfter !== undefined) headers['Retry-After'] = String(fault.retryAfter);
      return problemResponse(codeOf(fault.code, fault.status), { status: fault.status, headers });
    }
    case 'expired-key':
      return problemResponse('unauthorized', {
        detail: 'The key was withdrawn',
        headers: { 'WWW-Authenticate': 'Bearer' },
      });
    case 'delay':
    case 'cut-before':
    case 'cut-after':
      return null;
    default:
      return assertNever(fault);
  }
}

/** The scripted code when it is one of ours, else the first code of that status, else the nearest meaning. */
function codeOf(code: string | undefined, status: number): ProblemCode {
  if (code !== undefined && isProblemCode(code)) return code;
  const found = Object.entries(PROBLEM_STATUS).find(([, of]) => of === status)?.[0];
  return found !== undefined && isProblemCode(found) ? found : status >= 500 ? 'unavailable' : 'forbidden';
}

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEM_STATUS, code);
