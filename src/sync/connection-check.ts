import { capabilitiesSchema, CAPABILITIES } from '../contract/capabilities.schema';
import type { Capability } from '../contract/capabilities.schema';
import { companyAnswerSchema } from '../contract/company.schema';
import { appError } from '../core/app-error';
import { EXTENSION } from '../core/outbox/api-paths';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import type { Clock, Http, HttpAnswer } from './ports';
import { readAnswer } from './read-answer';

export interface Connection {
  /** The company's name, which shows whose key it is. */
  readonly company: string;
  /** `null` where the server speaks the documented API alone. */
  readonly extension: {
    readonly version: string;
    readonly capabilities: readonly string[];
    /** Largest part of an upload, in bytes. */
    readonly uploadPartBytes: number;
    /** Public name of the office's website form; absent where there is none. */
    readonly intakeForm?: string | null;
    readonly sandbox: boolean;
  } | null;
}

/** Signing times and expiries are worth nothing on a clock that is further off. */
const MAX_SKEW_MS = 5 * 60_000;

/**
 * Asks for the company, then for the capabilities, and tells apart what can be wrong: offline, the office's server not
 * answering, GEM-BOOKS behind it not answering, the key, its rights, the address, a capability, this computer's clock.
 * `required` are the capabilities that a server with the extension must have.
 */
export async function checkConnection(
  http: Http,
  clock: Pick<Clock, 'now'>,
  required: readonly Capability[] = CAPABILITIES,
  signal?: AbortSignal,
): Promise<Result<Connection>> {
  const get = (path: string) => http.request({ method: 'GET', path, ...(signal ? { signal } : {}) });
  const companyAnswer = await get('company');
  const company = readAnswer(companyAnswer, companyAnswerSchema, clock.now());
  if (!company.ok) {
    const { error, status } = company.error;
    // 404 in any clothing, or a page where JSON was expected: not the API that we look for.
    const isElsewhere = status === 404 || (status !== null && status < 400);
    return err(isElsewhere ? appError('api/wrong-address', { status: status ?? 0 }) : error);
  }
  const skew = clockSkewMs(companyAnswer, clock.now());
  if (skew !== null && Math.abs(skew) > MAX_SKEW_MS) {
    return err(appError('api/clock-skew', { minutes: Math.round(skew / 60_000) }));
  }
  const name = String(company.value.data[0]?.nom ?? '');

  const answer = await get(`${EXTENSION}/capabilities`);
  const capabilities = readAnswer(answer, capabilitiesSchema, clock.now());
  if (!capabilities.ok) {
    const { error, status } = capabilities.error;
    // The documented API alone: its 404 for a route it never heard of, or its home page.
    const isAbsent = status === 404 || status === 405 || (status === 200 && error.details?.['reason'] === 'not-json');
    return isAbsent ? ok({ company: name, extension: null }) : err(error);
  }
  const { data } = capabilities.value;
  const missing = required.find((capability) => !data.capabilities.includes(capability));
  if (missing !== undefined) return err(appError('api/missing-capability', { capability: missing }));
  const { version, uploadPartBytes, sandbox, intakeForm } = data;
  const form = intakeForm ? { intakeForm } : {};
  return ok({
    company: name,
    extension: { version, capabilities: data.capabilities, uploadPartBytes, sandbox, ...form },
  });
}

/** How far this computer's clock is ahead of the server's `Date` (one-second resolution), in milliseconds. */
function clockSkewMs(answer: HttpAnswer, now: number): number | null {
  if (answer.kind !== 'response') return null;
  const date = Date.parse(answer.headers['date'] ?? '');
  return Number.isNaN(date) ? null : now - date;
}
