import type { LeaderLock } from './ports';

/**
 * One leader among the tabs, by Web Locks: the browser frees the lock when the tab dies, however it dies, so a lock
 * that we hold means that no other tab is sending.
 */
export function webLeaderLock(locks: Pick<LockManager, 'request'>): LeaderLock {
  return {
    async hold(name, signal, task) {
      try {
        await locks.request(name, { mode: 'exclusive', signal }, () => task(signal));
      } catch (error) {
        // Aborted while it waited for its turn: that is what was asked.
        if (!signal.aborted) throw error;
      }
    },
  };
}
