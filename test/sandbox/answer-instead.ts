import type { ProblemCode } from '../../src/contract/problem.schema';
import { PROBLEM_STATUS } from '../../src/contract/problem.schema';
import type { Fault } from './faults';
import { problemResponse } from './problems';

/** What is answered in the server's place; `null` where the server answers itself, or nobody does. */
export function answerInstead(fault: Fault, now: Date): Response | null {
  if (fault.kind === 'expired-key') {
    return problemResponse('unauthorized', {
      detail: 'The key was withdrawn',
      headers: { 'WWW-Authenticate': 'Bearer' },
    });
  }
  if (fault.kind !== 'status') return null;
  const { status, code, retryAfter, retryAfterDate } = fault;
  const headers: Record<string, string> = {};
  if (retryAfter !== undefined) headers['Retry-After'] = String(retryAfter);
  if (retryAfterDate !== undefined) {
    headers['Retry-After'] = new Date(now.getTime() + retryAfterDate * 1000).toUTCString();
  }
  return problemResponse(codeOf(code, status), { status, headers });
}

/** The scripted code when it is one of ours, else the first code of that status, else the nearest meaning. */
function codeOf(code: string | undefined, status: number): ProblemCode {
  if (code !== undefined && isProblemCode(code)) return code;
  const found = Object.entries(PROBLEM_STATUS).find(([, of]) => of === status)?.[0];
  return found !== undefined && isProblemCode(found) ? found : status >= 500 ? 'unavailable' : 'forbidden';
}

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEM_STATUS, code);
