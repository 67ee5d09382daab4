import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { BrowserContext } from 'playwright-core';

/** The highest sum of the renderers' private memory seen so far, in MB of 10^6 bytes. */
export interface MemoryWatch {
  /** Begins anew: the sum now, from which the peak is counted. */
  restart(): Promise<number>;
  peak(): number;
  stop(): Promise<void>;
}

const SAMPLE_MS = 100;

/** Samples every 100 ms; `null` where the system does not tell (`/proc`, Linux). */
export async function watchRenderers(context: BrowserContext): Promise<MemoryWatch | null> {
  const browser = context.browser();
  if (browser === null || !existsSync('/proc/self/smaps_rollup')) return null;
  const cdp = await browser.newBrowserCDPSession();
  let peak = 0;
  let running = true;
  const sum = async (): Promise<number> => {
    const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
    const sizes = await Promise.all(
      processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateOf(id)),
    );
    return sizes.reduce((total, size) => total + size, 0);
  };
  const sampling = (async () => {
    while (running) {
      const started = performance.now();
      peak = Math.max(peak, await sum());
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, SAMPLE_MS - (performance.now() - started))));
    }
  })();
  return {
    async restart() {
      const now = await sum();
      peak = now;
      return now;
    },
    peak: () => peak,
    async stop() {
      running = false;
      await sampling.catch(() => undefined);
      await cdp.detach().catch(() => undefined);
    },
  };
}

/** 0 for a process that has just gone. */
async function privateOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const kilobytes = [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gmu)].map(([, size]) => Number(size));
  return (kilobytes.reduce((total, size) => total + size, 0) * 1024) / 1e6;
}
