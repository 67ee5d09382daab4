import type { Capability, FurtherCapability } from './capabilities.schema';
import type { ProblemCode } from './problem.schema';
import type { SchemaName } from './schemas';

/**
 * Where a route comes from. `inferred`: of the documented API, but published only in part (facts: `PUT tasks/{id}`).
 * `sandbox`: no real server has it.
 */
export type RouteOrigin = 'documented' | 'inferred' | 'extension' | 'sandbox';

export interface RouteParameter {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

export interface RouteAnswer {
  readonly description: string;
  /** A named schema, the PDF itself, or no body at all (204, 304, HEAD). */
  readonly body: SchemaName | 'pdf' | 'none';
  readonly headers?: readonly string[];
}

/** One operation of the wire. `path` is under the API's base, without leading slash, with `{id}` places. */
export interface Route {
  readonly id: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly origin: RouteOrigin;
  /** The capability under which a server has it; none for the documented API and for the capabilities themselves. */
  readonly capability?: Capability | FurtherCapability;
  /** Open to anyone, without a key: only the website form. */
  readonly isPublic?: boolean;
  readonly summary: string;
  readonly description?: string;
  readonly query?: readonly RouteParameter[];
  readonly headers?: readonly RouteParameter[];
  readonly request?: SchemaName | 'bytes';
  readonly answers: Readonly<Record<number, RouteAnswer>>;
  readonly problems: readonly ProblemCode[];
}

/** Puts values in the places of a path template, percent-encoded. A place without a value is a bug of the caller. */
export function expandPath(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in ${template}`);
    return encodeURIComponent(value);
  });
}
