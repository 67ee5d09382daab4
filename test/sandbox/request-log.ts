/** One request as seen: never its body, its query or its key. `status` is 0 when the connection was cut. */
export interface LoggedRequest {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly idempotencyKey: string | null;
  /** The fault that was played, if any. */
  readonly fault: string | null;
}

const LIMIT = 20_000;

/** The last requests, for tests; in memory. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > LIMIT) this.#entries = this.#entries.slice(-LIMIT / 2);
  }

  entries(): readonly LoggedRequest[] {
    return this.#entries;
  }
}
