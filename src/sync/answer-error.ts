import { appError } from '../core/app-error';
import type { AppError, ErrorCode } from '../core/app-error';
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
  const upstream = upstreamError(status, problem?.code ?? '');
  if (upstream !== null) return appError(upstream, { status });
  if (status >= 500 || status === 429) return appError('api/server-error', { status });
  if (problem === null && (status === 404 || status === 405 || (status >= 300 && status < 400))) {
    return appError('api/wrong-address', { status });
  }
  return appError('api/unexpected-answer', { status });
}

/** 502 and 504 are by definition a gateway's words about what is behind it; ours say which. */
function upstreamError(status: number, code: string): ErrorCode | null {
  if (code === 'upstream-dns') return 'api/upstream-dns';
  if (code === 'upstream-tls') return 'api/upstream-tls';
  if (code === 'upstream-timeout' || status === 504) return 'api/upstream-timeout';
  return status === 502 || code.startsWith('upstream-') ? 'api/upstream-unreachable' : null;
}
