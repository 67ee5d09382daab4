import type { Sandbox } from '../e2e/support/sandbox';

/** How many faults the sandbox played since it started: from its log, which a kill empties. */
export async function playedFaults(sandbox: Sandbox): Promise<number> {
  const { data } = await sandbox.get<{ data: readonly { fault: string | null }[] }>('/sandbox/log');
  return data.filter(({ fault }) => fault !== null).length;
}
