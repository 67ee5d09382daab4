import { afterEach, describe, expect, it } from 'vitest';
import { appError } from '../../../src/core/app-error';
import type { Result } from '../../../src/core/result';
import { workerHandle } from '../../../src/worker-bridge/worker-handle';
import type { WorkerHandle } from '../../../src/worker-bridge/worker-handle';

interface EchoApi {
  answer(value: string): Promise<Result<string>>;
  hang(): Promise<Result<string>>;
  crash(): Promise<Result<string>>;
  bug(): Promise<Result<string>>;
}

const started: Worker[] = [];
const spawn = () => {
  const worker = new Worker(new URL('./echo.worker.ts', import.meta.url), { type: 'module' });
  started.push(worker);
  return worker;
};

describe('worker handle', () => {
  let handle: WorkerHandle<EchoApi>;
  afterEach(() => {
    handle.terminate();
    started.length = 0;
  });

  it('starts at the first use, once', async () => {
    handle = workerHandle<EchoApi>(spawn);
    expect(started).toHaveLength(0);
    expect(await handle.call((api) => api.answer('a'))).toEqual({ ok: true, value: 'a' });
    expect(await handle.call((api) => api.answer('b'))).toEqual({ ok: true, value: 'b' });
    expect(started).toHaveLength(1);
  });

  it('answers worker/aborted when terminated, then starts afresh', async () => {
    handle = workerHandle<EchoApi>(spawn);
    const pending = handle.call((api) => api.hang());
    await handle.call((api) => api.answer('warm'));
    handle.terminate();
    expect(await pending).toEqual({ ok: false, error: appError('worker/aborted') });
    expect(await handle.call((api) => api.answer('again'))).toEqual({ ok: true, value: 'again' });
    expect(started).toHaveLength(2);
  });

  it('answers worker/crashed when the worker dies, to every call under way', async () => {
    handle = workerHandle<EchoApi>(spawn);
    const bystander = handle.call((api) => api.hang());
    const crashed = handle.call((api) => api.crash());
    expect(await crashed).toEqual({ ok: false, error: appError('worker/crashed') });
    expect(await bystander).toEqual({ ok: false, error: appError('worker/crashed') });
  });

  it('keeps the text of an exception out of the answer', async () => {
    handle = workerHandle<EchoApi>(spawn);
    expect(await handle.call((api) => api.bug())).toEqual({ ok: false, error: appError('internal/unexpected') });
  });

  it('configures each fresh worker before its first call, and answers its refusal', async () => {
    let asked = 0;
    handle = workerHandle<EchoApi>(spawn, async () => {
      asked += 1;
      return asked === 1 ? { ok: false, error: appError('vault/locked') } : { ok: true, value: null };
    });
    expect(await handle.call((api) => api.answer('a'))).toEqual({ ok: false, error: appError('vault/locked') });
    expect(await handle.call((api) => api.answer('b'))).toEqual({ ok: true, value: 'b' });
    expect(asked).toBe(2);
  });
});
