import type { AppError } from '../core/app-error';
import { appError } from '../core/app-error';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import { z } from './zod';

/**
 * Reads a JSON text by a schema of this folder. Answers `api/unexpected-answer` when it is not JSON or not of the
 * shape; the details name the first place that failed, never the value found there.
 */
export function readWire<S extends z.ZodMiniType>(schema: S, body: string): Result<z.infer<S>, AppError> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return err(appError('api/unexpected-answer', { reason: 'not-json' }));
  }
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return err(appError('api/unexpected-answer', { reason: issue?.code ?? 'shape', at: issue?.path.join('.') ?? '' }));
}
