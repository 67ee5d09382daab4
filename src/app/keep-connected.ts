import type { ConnectionControl } from '../ui/controls/connection-control';
import type { VaultControl } from '../ui/controls/vault-control';

/** How often a connection that failed is tried again while there is something to send, in milliseconds. */
const RECHECK_MS = 15_000;
/** How often the office's rules are looked at, in milliseconds. */
const RULES_MS = 5 * 60_000;

export interface KeepConnectedParts {
  readonly vault: Pick<VaultControl, 'state'>;
  readonly connection: Pick<ConnectionControl, 'state' | 'check'>;
  /** Starts or stops the sending by what is allowed now. */
  readonly updateSync: () => void;
  /** Reminders and moves of tasks by the office's rules leave while any of its workstations is open and connected. */
  readonly applyRules: () => Promise<void>;
}

/** What the page does by itself for as long as it is there: heeds the network, tries a failed connection again, applies rules. */
export function keepConnected({ vault, connection, updateSync, applyRules }: KeepConnectedParts): void {
  const reconnect = () => {
    updateSync();
    if (vault.state === 'open' && connection.state.kind === 'failed') void connection.check();
  };
  addEventListener('online', reconnect);
  addEventListener('offline', updateSync);
  setInterval(() => {
    if (connection.state.kind === 'failed') reconnect();
  }, RECHECK_MS);
  setInterval(() => {
    if (vault.state === 'open' && connection.state.kind === 'connected') void applyRules();
  }, RULES_MS);
}
