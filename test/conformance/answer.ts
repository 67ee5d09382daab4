import { PROBLEM_STATUS } from '../../src/contract/problem.schema';
import type { ProblemCode } from '../../src/contract/problem.schema';
import type { Route } from '../../src/contract/route';

/** A JSON value that may be read at any path; reading beyond its shape gives `undefined`. */
export interface Json {
  readonly [key: string]: Json;
  readonly [index: number]: Json;
}

/** What came back, with what was asked. */
export interface Answer {
  readonly route: Route;
  /** The request in one line, for the report: never the key. */
  readonly sent: string;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** The body as JSON; `undefined` when it is not. Each shape is held against the contract before it is read. */
  readonly json: Json;
}

/** `POST impot-sync/v1/envelopes`. */
export const nameOf = (route: Route): string => `${route.method} ${route.path}`;

/** Of a published API, in whole or in part: what it answers to a mistake is nowhere written. */
export const isDocumented = ({ origin }: Route): boolean => origin === 'documented' || origin === 'inferred';

/** A code that the contract knows. */
export const isKnownCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEM_STATUS, code);

/** Statuses of a code on that route: a whole upload that is not what its name says is a 422. */
export const statusesOf = (code: ProblemCode, route: Route): readonly number[] =>
  code === 'digest-mismatch' && route.request === 'bytes' ? [400, 422] : [PROBLEM_STATUS[code]];

/** An answer in a few words: `409 already-delivered`. */
export function summary({ status, json, text, headers }: Answer): string {
  const code = json?.['code'];
  const type = headers.get('Content-Type') ?? '';
  const body = typeof code === 'string' ? ` ${code}` : text === '' ? '' : ` ${type} ${clip(text, 160)}`;
  return `${status}${body}`;
}

export const clip = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length)}…`;
