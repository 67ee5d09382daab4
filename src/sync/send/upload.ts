import { appError } from '../../core/app-error';
import { apiPaths } from '../../core/outbox/api-paths';
import type { SendOutcome } from '../../core/outbox/send-outcome';
import { answerError } from '../answer-error';
import { classifyResponse, lookFailed, retry } from '../classify-response';
import { readAnswer } from '../read-answer';
import type { HttpAnswer } from '../ports';
import { readProblem } from '../read-problem';
import { retryAfterMs } from '../retry-after';
import { z } from '../../contract/zod';
import { err } from '../../core/result';
import type { SendContext, TaskOf } from './send-context';

const DONE: SendOutcome = { kind: 'done', result: { kind: 'none' } };
/** A proxy that refuses even this is not configured for documents. */
const SMALLEST_PART = 64 * 1024;
/** A server may correct our offset backwards when it lost a part; one that keeps doing so is at fault. */
const MAX_STEPS_BACK = 5;

/**
 * Content-addressed and resumable: asks how much is there, then sends the rest in parts. Sent twice, or by two
 * workstations, it is the same bytes under the same digest.
 */
export async function sendUpload(task: TaskOf<'upload'>, context: SendContext): Promise<SendOutcome> {
  const { http, signal, now } = context;
  const path = apiPaths.upload(task.sha256);
  const there = await readOffset(path, context);
  if ('outcome' in there) return there.outcome;
  if (there.complete) return DONE;

  const document = await context.documentBytes(task.document);
  if (!document.ok) {
    // Locked: it waits for the passphrase. Anything else no retry can mend.
    return document.error.code === 'vault/locked'
      ? retry('no', document.error, null)
      : { kind: 'held', reason: document.error.code };
  }
  const bytes = document.value;
  if (bytes.byteLength !== task.size) return { kind: 'held', reason: 'storage/missing-document' };

  let offset = Math.min(there.offset, bytes.byteLength);
  let partBytes = Math.max(1, context.uploadPartBytes());
  let stepsBack = 0;
  for (;;) {
    const end = Math.min(offset + partBytes, bytes.byteLength);
    // Nothing left to send, and still not complete: the last byte again tells why.
    const start = end === offset ? Math.max(0, end - 1) : offset;
    const answer = await http.request({
      method: 'PUT',
      path,
      headers: { 'content-type': 'application/pdf', 'content-range': `bytes ${start}-${end - 1}/${bytes.byteLength}` },
      body: bytes.slice(start, end),
      signal,
    });
    if (answer.kind === 'no-answer') return retry('unknown', answerError(answer), null);
    if (answer.status === 201) return DONE;
    const told = uploadOffset(answer, bytes.byteLength);
    const code = readProblem(answer.status, answer.body)?.code;
    if (answer.status === 413 && partBytes > SMALLEST_PART) {
      partBytes = Math.max(SMALLEST_PART, Math.floor(partBytes / 2));
    } else if (answer.status === 202 && told !== null && told > offset) {
      offset = told;
    } else if (answer.status === 409 && code === 'upload-offset-mismatch' && told !== null) {
      if (told <= offset && ++stepsBack > MAX_STEPS_BACK) return retry('no', answerError(answer), null);
      offset = told;
    } else if (code === 'digest-mismatch') {
      // Damaged on the way, or left there by another hand: the server dropped it, and the next attempt starts over.
      return retry('no', answerError(answer), retryAfterMs(answer.headers, now()));
    } else {
      return classifyResponse(answer, () => err(appError('api/unexpected-answer', { status: answer.status })), now());
    }
  }
}

async function readOffset(
  path: string,
  { http, signal, now }: SendContext,
): Promise<{ readonly offset: number; readonly complete: boolean } | { readonly outcome: SendOutcome }> {
  const answer = await http.request({ method: 'HEAD', path, signal });
  if (answer.kind === 'response' && answer.status === 404) return { offset: 0, complete: false };
  const offset = uploadOffset(answer, Number.MAX_SAFE_INTEGER);
  if (answer.kind === 'response' && answer.status === 200 && offset !== null) {
    return { offset, complete: answer.headers['upload-complete'] === '?1' };
  }
  // A 200 without these headers is not our server's (a portal, the app's own page).
  const read = readAnswer(answer, z.never(), now());
  return { outcome: read.ok ? retry('no', answerError(answer), null) : lookFailed(read.error) };
}

function uploadOffset(answer: HttpAnswer, size: number): number | null {
  const text = answer.kind === 'response' ? answer.headers['upload-offset'] : undefined;
  if (text === undefined || !/^\d{1,15}$/.test(text)) return null;
  return Number(text) <= size ? Number(text) : null;
}
