import type { OpenSandbox } from '../../sandbox/open-sandbox';

export interface Seen {
  readonly status: number;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

/** A recipient's browser without script: keeps the cookie, follows redirections, posts forms. */
export class RecipientBrowser {
  #cookie = '';
  readonly #app: OpenSandbox['app'];

  constructor(app: OpenSandbox['app']) {
    this.#app = app;
  }

  get = (path: string) => this.#ask(path);
  post = (path: string, fields: Readonly<Record<string, string>> = {}) => this.#ask(path, new URLSearchParams(fields));

  async #ask(path: string, form?: URLSearchParams): Promise<Seen> {
    const headers = new Headers({ Cookie: this.#cookie });
    const init: RequestInit = form === undefined ? { headers } : { method: 'POST', headers, body: form };
    const response = await this.#app.fetch(new Request(new URL(path, 'http://localhost'), init), {});
    for (const cookie of response.headers.getSetCookie()) this.#cookie = cookie.split(';')[0] ?? '';
    if (response.status === 303) return this.#ask(response.headers.get('Location') ?? '/');
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, text: new TextDecoder().decode(bytes), bytes, headers: response.headers };
  }
}
