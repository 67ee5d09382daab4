import { AROUND_ROUTES } from './routes-around';
import { DOCUMENTED_ROUTES } from './routes-documented';
import { EXTENSION_ROUTES } from './routes-extension';
import type { Route } from './route';

/** Under the page's own origin (ground: the office's web server forwards it). */
export const API_BASE = '/api/';

/** Prefix of the extension, under `API_BASE`. */
export const EXTENSION_BASE = 'impot-sync/v1/';

export const ROUTES: readonly Route[] = [...DOCUMENTED_ROUTES, ...EXTENSION_ROUTES, ...AROUND_ROUTES];
