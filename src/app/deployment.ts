import { appError } from '../core/app-error';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';

/** What the office's web server says of itself, in `config.json` beside the app. */
export interface Deployment {
  /** Same-origin path of the API, with its slashes, e.g. `/api/`. */
  readonly apiBase: string;
  /** A sandbox hands its key out; a real deployment never does. */
  readonly apiKey: string | null;
  readonly sandbox: boolean;
  /** False when the page started without its server: asked again at the next check of the connection. */
  readonly heard: boolean;
}

const UNHEARD: Deployment = { apiBase: '/api/', apiKey: null, sandbox: false, heard: false };

/** Offline, or where the file is absent, the default address holds: everything but sending still works. */
export async function loadDeployment(fetcher: typeof fetch): Promise<Deployment> {
  try {
    const response = await fetcher('/config.json', { cache: 'no-store' });
    if (!response.ok) return { ...UNHEARD, heard: response.status === 404 };
    const { apiBase, apiKey, sandbox } = (await response.json()) as Record<string, unknown>;
    return {
      // Same-origin only: a static CSP refuses anything else, and so do we.
      apiBase: typeof apiBase === 'string' && /^\/(?:[\w.-]+\/)*$/.test(apiBase) ? apiBase : UNHEARD.apiBase,
      apiKey: typeof apiKey === 'string' && apiKey !== '' ? apiKey : null,
      sandbox: sandbox === true,
      heard: true,
    };
  } catch {
    return UNHEARD;
  }
}

/** A file of the fictitious office, from our own origin. */
export async function demoFile(fetcher: typeof fetch, name: string): Promise<Result<File>> {
  try {
    const response = await fetcher(`/fictif/${name}`, { cache: 'no-store' });
    if (!response.ok) return err(appError('api/wrong-address'));
    return ok(new File([await response.blob()], name, { type: response.headers.get('Content-Type') ?? '' }));
  } catch {
    return err(appError('api/offline'));
  }
}
