import { readWire } from '../contract/read-wire';
import type { z } from '../contract/zod';
import type { AppError } from '../core/app-error';
import type { ServerProblem } from '../core/outbox/outbox-entry';
import { err } from '../core/result';
import type { Result } from '../core/result';
import { answerError } from './answer-error';
import type { HttpAnswer } from './ports';
import { readProblem } from './read-problem';
import { retryAfterMs } from './retry-after';

export interface ReadFailure {
  readonly error: AppError;
  readonly retryAfterMs: number | null;
  /** HTTP status; `null` when nothing answered. */
  readonly status: number | null;
  /** The refusal in the server's own words; `null` when it gave none. */
  readonly problem: ServerProblem | null;
}

/** The body of a 2xx by a schema of the contract, or why there is none. */
export function readAnswer<S extends z.ZodMiniType>(
  answer: HttpAnswer,
  schema: S,
  now: number,
): Result<z.infer<S>, ReadFailure> {
  if (answer.kind === 'no-answer')
    return err({ error: answerError(answer), retryAfterMs: null, status: null, problem: null });
  const { status, headers } = answer;
  const wait = retryAfterMs(headers, now);
  if (status < 200 || status > 299) {
    return err({ error: answerError(answer), retryAfterMs: wait, status, problem: readProblem(status, answer.body) });
  }
  const read = readWire(schema, answer.body);
  return read.ok ? read : err({ error: read.error, retryAfterMs: wait, status, problem: null });
}
