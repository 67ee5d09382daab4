import { releaseProxy, wrap } from 'comlink';
import type { Remote } from 'comlink';
import { appError } from '../core/app-error';
import type { AppError } from '../core/app-error';
import { err } from '../core/result';
import type { Result } from '../core/result';

/** A worker that starts at its first use and can be ended at any time; a crash is an error value, never a hang. */
export interface WorkerHandle<Api> {
  /** Runs one call. Answers `worker/aborted` when `terminate` ends it, `worker/crashed` when the worker dies. */
  call<T>(use: (api: Remote<Api>) => Promise<Result<T>>): Promise<Result<T>>;
  /** Ends the worker and what it was doing; the next call starts a fresh one. */
  terminate(): void;
}

interface Running<Api> {
  readonly worker: Worker;
  readonly api: Remote<Api>;
  readonly configured: Promise<Result<null>>;
  /** Settles only when the worker is lost, with why. */
  readonly lost: Promise<AppError>;
  readonly lose: (error: AppError) => void;
}

/**
 * @param spawn makes the worker (the composition root knows its URL).
 * @param configure gives a fresh worker what it needs before its first call; its error answers the call.
 */
export function workerHandle<Api>(
  spawn: () => Worker,
  configure: (api: Remote<Api>) => Promise<Result<null>> = async () => ({ ok: true, value: null }),
): WorkerHandle<Api> {
  let running: Running<Api> | null = null;

  function end(current: Running<Api>, error: AppError): void {
    if (running === current) running = null;
    current.lose(error);
    current.api[releaseProxy]();
    current.worker.terminate();
  }

  function start(): Running<Api> {
    const worker = spawn();
    const api = wrap<Api>(worker);
    const { promise: lost, resolve: lose } = Promise.withResolvers<AppError>();
    const current: Running<Api> = { worker, api, configured: configure(api), lost, lose };
    // The message of a worker's error may hold a value of the file it was reading: only the fact crosses.
    worker.addEventListener('error', () => end(current, appError('worker/crashed')));
    worker.addEventListener('messageerror', () => end(current, appError('worker/crashed')));
    running = current;
    return current;
  }

  async function run<T>(current: Running<Api>, use: (api: Remote<Api>) => Promise<Result<T>>): Promise<Result<T>> {
    const configured = await current.configured;
    if (!configured.ok) {
      end(current, configured.error);
      return configured;
    }
    return use(current.api);
  }

  return {
    async call(use) {
      const current = running ?? start();
      try {
        return await Promise.race([run(current, use), current.lost.then((error) => err(error))]);
      } catch {
        // An exception inside the worker is a bug there; its text may quote the file.
        return err(appError('internal/unexpected'));
      }
    },
    terminate() {
      if (running) end(running, appError('worker/aborted'));
    },
  };
}
