import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { SandboxContext } from './context';
import { Refusal } from './problems';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** `Authorization: Bearer <key>`, compared in constant time. */
export const requireKey =
  ({ settings }: SandboxContext): MiddlewareHandler =>
  async (c, next) => {
    const given = /^Bearer +(.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
    if (!timingSafeEqual(sha256(given), sha256(settings.key))) {
      throw new Refusal('unauthorized', { headers: { 'WWW-Authenticate': 'Bearer' } });
    }
    await next();
  };
