import type { Http, HttpAnswer, HttpRequest } from '../../src/sync/ports';

export interface PendingRequest {
  readonly request: HttpRequest;
  respondWith(answer: HttpAnswer): void;
  json(status: number, body: unknown, headers?: Readonly<Record<string, string>>): void;
  problem(
    status: number,
    code: string,
    more?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): void;
  cut(): void;
}

/** A network held in the test's hand: each request waits for the answer that the test gives it. */
export class FakeHttp implements Http {
  readonly requests: HttpRequest[] = [];
  readonly #arrived: PendingRequest[] = [];
  readonly #awaited: ((pending: PendingRequest) => void)[] = [];

  request(request: HttpRequest): Promise<HttpAnswer> {
    this.requests.push(request);
    return new Promise((resolve) => {
      const respondWith = (answer: HttpAnswer) => resolve(answer);
      const json: PendingRequest['json'] = (status, body, headers = {}) =>
        respondWith({ kind: 'response', status, headers, body: JSON.stringify(body) });
      const pending: PendingRequest = {
        request,
        respondWith,
        json,
        problem: (status, code, more = {}, headers = {}) =>
          json(status, { status, code, detail: `says ${code}`, ...more }, headers),
        cut: () => respondWith({ kind: 'no-answer', offline: false, timeout: false }),
      };
      request.signal?.addEventListener('abort', () => pending.cut());
      const waiting = this.#awaited.shift();
      if (waiting) waiting(pending);
      else this.#arrived.push(pending);
    });
  }

  /** The oldest request not taken yet, or the next to come. */
  nextRequest(): Promise<PendingRequest> {
    const arrived = this.#arrived.shift();
    return arrived ? Promise.resolve(arrived) : new Promise((resolve) => this.#awaited.push(resolve));
  }

  /** Requests that wait for an answer and were not taken. */
  get waiting(): number {
    return this.#arrived.length;
  }
}
