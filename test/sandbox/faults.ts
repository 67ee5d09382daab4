import * as z from 'zod/mini';
import { seededRandom } from '../tools/seeded-random';

const fault = z.discriminatedUnion('kind', [
  /** An answer in place of the server's. `retryAfter` in seconds. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().check(z.gte(200), z.lte(599)),
    retryAfter: z.optional(z.union([z.int(), z.string()])),
    /** Seconds from the answer, said as an HTTP-date. */
    retryAfterDate: z.optional(z.int().check(z.nonnegative())),
    code: z.optional(z.string()),
  }),
  /** Milliseconds, before the server acts or (`when: "after"`) between its act and its answer. */
  z.strictObject({
    kind: z.literal('delay'),
    ms: z.int().check(z.nonnegative(), z.lte(600_000)),
    when: z.optional(z.enum(['before', 'after'])),
  }),
  /** The connection is cut before anything is done. */
  z.strictObject({ kind: z.literal('cut-before') }),
  /** The connection is cut after everything is done, before the answer. */
  z.strictObject({ kind: z.literal('cut-after') }),
  /** Never a byte of answer, until the client hangs up; `when: "after"`: the server has acted. */
  z.strictObject({ kind: z.literal('timeout'), when: z.optional(z.enum(['before', 'after'])) }),
  /** The answer comes in small pieces, at this pace. */
  z.strictObject({ kind: z.literal('slow'), bytesPerSecond: z.int().check(z.positive()) }),
  /**
   * One byte changes on the way. `of: "answer"`: its Content-Digest still tells the bytes that were meant. `"request"`:
   * the server sees that the body is not what its digest says. `"upload"`: it sees so only when all parts are there.
   */
  z.strictObject({ kind: z.literal('wrong-digest'), of: z.enum(['answer', 'request', 'upload']) }),
  /** A proxy that sends the request again by itself: handled twice, and the second answer is the one that comes. */
  z.strictObject({ kind: z.literal('duplicate') }),
  /** 401, as when the key was withdrawn. With the rule's `from`: a key that expires at a moment. */
  z.strictObject({ kind: z.literal('expired-key') }),
]);

const rule = z.strictObject({
  method: z.optional(z.string()),
  /** A prefix, or a regular expression when it begins with `^` or ends with `$`. Without it: everything under /api/. */
  path: z.optional(z.string()),
  /** Only the nth request that matches, from 1. */
  nth: z.optional(z.int().check(z.positive())),
  /** Each request whose number is a multiple. */
  every: z.optional(z.int().check(z.positive())),
  /** Each request with this probability, drawn from a generator seeded with `seed`. */
  probability: z.optional(z.number().check(z.gte(0), z.lte(1))),
  seed: z.optional(z.int()),
  /** At most so many times. */
  times: z.optional(z.int().check(z.positive())),
  /** Only from this moment on, and only before that one. */
  from: z.optional(z.iso.datetime()),
  until: z.optional(z.iso.datetime()),
  fault,
});

export const faultRulesSchema = z.array(rule);

export type FaultRule = z.infer<typeof rule>;
export type Fault = z.infer<typeof fault>;

interface Armed {
  readonly rule: FaultRule;
  readonly matches: (path: string) => boolean;
  readonly random: () => number;
  seen: number;
  played: number;
}

/** A script of faults, played in order of its rules: the first that fires wins, but delays add to what follows. */
export class FaultScript {
  #armed: readonly Armed[] = [];

  constructor(rules: readonly FaultRule[] = []) {
    this.replace(rules);
  }

  replace(rules: readonly FaultRule[]): void {
    this.#armed = rules.map((rule) => ({
      rule,
      matches: pathMatcher(rule.path),
      random: seededRandom(rule.seed ?? 1),
      seen: 0,
      played: 0,
    }));
  }

  /** The faults to play on this request: any number of delays, then at most one other. */
  next(method: string, path: string, now: Date): readonly Fault[] {
    const faults: Fault[] = [];
    for (const armed of this.#armed) {
      if (!fires(armed, method, path, now)) continue;
      faults.push(armed.rule.fault);
      if (armed.rule.fault.kind !== 'delay') break;
    }
    return faults;
  }
}

function fires(armed: Armed, method: string, path: string, now: Date): boolean {
  const { rule } = armed;
  if (rule.from !== undefined && now.getTime() < Date.parse(rule.from)) return false;
  if (rule.until !== undefined && now.getTime() >= Date.parse(rule.until)) return false;
  if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
  if (!armed.matches(path)) return false;
  armed.seen += 1;
  if (rule.times !== undefined && armed.played >= rule.times) return false;
  if (rule.nth !== undefined && armed.seen !== rule.nth) return false;
  if (rule.every !== undefined && armed.seen % rule.every !== 0) return false;
  if (rule.probability !== undefined && armed.random() >= rule.probability) return false;
  armed.played += 1;
  return true;
}

/** Paths without a leading slash are under /api/. */
function pathMatcher(path: string | undefined): (path: string) => boolean {
  if (path === undefined) return (given) => given.startsWith('/api/');
  if (path.startsWith('^') || path.endsWith('$')) {
    const expression = new RegExp(path);
    return (given) => expression.test(given);
  }
  const prefix = path.startsWith('/') ? path : `/api/${path}`;
  return (given) => given.startsWith(prefix);
}
