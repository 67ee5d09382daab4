import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Answers, at each call, by how many bytes the process's highest memory since now passes what it holds now: what a case
 * takes and gives back within itself counts too.
 */
export function watchMemory(): () => number {
  forgetHighest();
  const start = process.memoryUsage.rss();
  return () => highest() - start;
}

/** Linux begins the high-water mark anew; elsewhere it is the process's whole life that counts, which is stricter. */
function forgetHighest(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Not Linux, or not allowed.
  }
}

function highest(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1024;
}
