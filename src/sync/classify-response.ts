import { appError } from '../core/app-error';
import type { AppError } from '../core/app-error';
import type { OutboxResult } from '../core/outbox/outbox-entry';
import type { SendOutcome } from '../core/outbox/send-outcome';
import type { Result } from '../core/result';
import { answerError } from './answer-error';
import type { HttpAnswer } from './ports';
import type { ReadFailure } from './read-answer';
import { parseObject, readProblem } from './read-problem';
import { retryAfterMs } from './retry-after';

/** Reads a 2xx body; what it cannot read is not taken for a success (a captive portal answers 200 to everything). */
export type ReadResult = (body: string) => Result<OutboxResult>;

/**
 * What an answer to a writing request means for its entry. A refusal needs a reason in JSON: without one it is a
 * proxy, a portal or a firewall that spoke, and the entry waits. Whatever may have been done is `applied: 'unknown'`.
 */
export function classifyResponse(answer: HttpAnswer, read: ReadResult, now: number): SendOutcome {
  const error = answerError(answer);
  if (answer.kind === 'no-answer') return retry('unknown', error, null);
  const { status, headers, body } = answer;
  const wait = retryAfterMs(headers, now);
  if (status >= 200 && status < 300) {
    if (parseObject(body)?.['success'] === false) {
      return { kind: 'rejected', problem: readProblem(status, body) ?? { status, code: `http-${status}`, detail: '' } };
    }
    const result = read(body);
    return result.ok ? { kind: 'done', result: result.value } : retry('unknown', result.error, wait);
  }
  if (status === 401 || status === 403) return { kind: 'needs-sign-in', error };
  if (status < 400 || status === 408 || status >= 500) return retry('unknown', error, wait);
  if (status === 425 || status === 429) return retry('no', error, wait);
  const problem = readProblem(status, body);
  if (problem === null) return retry('no', error, wait);
  if (problem.code === 'idempotency-in-progress') return retry('unknown', error, wait);
  if (problem.code === 'digest-mismatch') return retry('no', error, wait);
  return { kind: 'rejected', problem };
}

/** A read that failed: nothing was sent, and what was doubtful before remains so. What is gone is a refusal. */
export function lookFailed(failure: ReadFailure): SendOutcome {
  const { code } = failure.error;
  if (failure.problem !== null && (failure.status === 404 || failure.status === 410)) {
    return { kind: 'rejected', problem: failure.problem };
  }
  if (code === 'api/unauthorized' || code === 'api/forbidden') return { kind: 'needs-sign-in', error: failure.error };
  return retry('no', failure.error, failure.retryAfterMs);
}

export function retry(applied: 'no' | 'unknown', error: AppError, wait: number | null): SendOutcome {
  return { kind: 'retry', applied, error, retryAfterMs: wait };
}

/** For answers that must not have this shape at all. */
export const unexpected = (status: number): AppError => appError('api/unexpected-answer', { status });
