export type Route = 'home' | 'clients' | 'documents' | 'tracking' | 'corrections' | 'tasks' | 'templates' | 'settings';

/** The addresses that links, bookmarks and outside checks rely on. */
export const PATHS = {
  home: '#/accueil',
  clients: '#/clients',
  documents: '#/envois',
  tracking: '#/suivi',
  corrections: '#/suivi/a-corriger',
  tasks: '#/taches',
  templates: '#/modeles',
  settings: '#/configurations/api',
} as const satisfies Record<Route, string>;

const ROUTES = Object.keys(PATHS) as readonly Route[];

export const routeOf = (hash: string): Route | null =>
  ROUTES.find((route) => PATHS[route] === hash.split('?', 1)[0]) ?? null;

const queryOf = (hash: string): URLSearchParams => new URLSearchParams(hash.split('?')[1] ?? '');

type RouterWindow = Pick<Window, 'addEventListener' | 'removeEventListener'> & {
  readonly location: Pick<Location, 'hash' | 'replace'>;
};

/** Hash routes: static hosting needs no rewrite rule, and no address ever reaches a server log. */
export class Router {
  #window: RouterWindow;
  #route = $state<Route>('home');
  #query: URLSearchParams;
  #moved = $state(false);

  constructor(target: RouterWindow) {
    this.#window = target;
    this.#route = routeOf(target.location.hash) ?? 'home';
    this.#query = queryOf(target.location.hash);
  }

  /** A filter that the address asks for, when it is one of `known`; read by a screen as it opens. Never a name. */
  wanted<T extends string>(name: string, known: readonly T[]): T | null {
    const value = this.#query.get(name);
    return known.find((one) => one === value) ?? null;
  }

  get route(): Route {
    return this.#route;
  }

  /** True after the first navigation: only then does the new title take the focus. */
  get moved(): boolean {
    return this.#moved;
  }

  /** Starts listening; answers how to stop. An unknown address becomes the home page. */
  start(): () => void {
    const follow = (): void => {
      const route = routeOf(this.#window.location.hash);
      if (route === null) {
        this.#window.location.replace(PATHS.home);
        return;
      }
      this.#query = queryOf(this.#window.location.hash);
      if (route !== this.#route) {
        this.#moved = true;
        this.#route = route;
      }
    };
    if (routeOf(this.#window.location.hash) === null) this.#window.location.replace(PATHS.home);
    this.#window.addEventListener('hashchange', follow);
    return () => this.#window.removeEventListener('hashchange', follow);
  }

  go(route: Route): void {
    this.#window.location.hash = PATHS[route];
  }
}
