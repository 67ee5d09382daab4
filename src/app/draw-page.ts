import { appError } from '../core/app-error';
import { err } from '../core/result';
import type { Result } from '../core/result';

/** Draws until `signal` says that nobody waits for the page any more: then `worker/aborted`. */
export async function drawPage<T>(
  worker: { readonly stopDrawing: (drawing: number) => PromiseLike<unknown> },
  drawing: number,
  signal: AbortSignal,
  draw: () => Promise<Result<T>>,
): Promise<Result<T>> {
  if (signal.aborted) return err(appError('worker/aborted'));
  // A worker that was ended meanwhile draws nothing any more, and cannot be asked.
  const stop = (): void => void (async () => worker.stopDrawing(drawing))().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await draw();
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
