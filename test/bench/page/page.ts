import { wrap } from 'comlink';
import type { BenchWorker } from './bench.worker';

declare global {
  interface Window {
    /** Milliseconds that the worker took for the work of that name on the file served at `url`. */
    runWork?: (work: keyof BenchWorker, url: string) => Promise<number>;
  }
}

window.runWork = async (work, url) => {
  const bytes = await (await fetch(url)).arrayBuffer();
  const worker = new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await wrap<BenchWorker>(worker)[work](new Uint8Array(bytes));
  } finally {
    worker.terminate();
  }
};
