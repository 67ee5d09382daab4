import type { Http, OutboxStore } from '../../src/sync/ports';

/**
 * A tab that dies at its n-th border crossing. Each call of a port crosses twice, before its effect and after it, so
 * that every await of the loop is a place to die with the effect not made, and with it made but never heard of.
 */
export class MortalTab {
  crossings = 0;
  readonly #diesAt: number;

  constructor(diesAt = Number.POSITIVE_INFINITY) {
    this.#diesAt = diesAt;
  }

  get isDead(): boolean {
    return this.crossings >= this.#diesAt;
  }

  http(http: Http): Http {
    return { request: (request) => this.#cross(() => http.request(request)) };
  }

  store(store: OutboxStore): OutboxStore {
    return {
      unsettled: () => this.#cross(() => store.unsettled()),
      settled: (ids) => this.#cross(() => store.settled(ids)),
      save: (entry, expected, effects) => this.#cross(() => store.save(entry, expected, effects)),
      serverIdOf: (client) => this.#cross(() => store.serverIdOf(client)),
      documentBytes: (document) => this.#cross(() => store.documentBytes(document)),
      onChange: (callback) => store.onChange(() => (this.isDead ? undefined : callback())),
    };
  }

  async #cross<T>(effect: () => Promise<T>): Promise<T> {
    await this.#survive();
    const result = await effect();
    await this.#survive();
    return result;
  }

  /** The dead do not come back: their promise never settles. */
  #survive(): Promise<void> {
    if (!this.isDead) this.crossings++;
    return this.isDead ? new Promise<never>(() => undefined) : Promise.resolve();
  }
}
