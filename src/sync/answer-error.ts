import { appError } from '../core/app-error';
import type { AppError } from '../core/app-error';
import type { HttpAnswer } from './ports';
import { readProblem } from './read-problem';

/** Why an answer is not the one that was hoped for, in the words that the screens have for it. */
export function answerError(answer: HttpAnswer): AppError {
  if (answer.kind === 'no-answer') {
    if (answer.damaged) return appError('api/unexpected-answer', { reason: 'digest-mismatch' });
    if (answer.offline) return appError('api/offline');
    return appError('api/proxy-unreachable', { timeout: answer.timeout ? 1 : 0 });
  }
  const { status, body } = answer;
  const problem = readProblem(status, body);
  if (status === 401) return appError('api/unauthorized');
  if (status === 403) return appError('api/forbidden');
  // 502 and 504 are by definition a gateway's words about what is behind it.
  if (status === 502 || status === 504 || problem?.code.startsWith('upstream-')) {
    return appError('api/upstream-unreachable', { status });
  }
  if (status >= 500 || status === 429) return appError('api/server-error', { status });
  if (problem === null && (status === 404 || status === 405 || (status >= 300 && status < 400))) {
    return appError('api/wrong-address', { status });
  }
  return appError('api/unexpected-answer', { status });
}
