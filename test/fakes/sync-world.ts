import { createHash } from 'node:crypto';
import type { OutboxEntry } from '../../src/core/outbox/outbox-entry';
import type { Http } from '../../src/sync/ports';
import { SyncLoop } from '../../src/sync/sync-loop';
import type { SyncLoopPorts } from '../../src/sync/sync-loop';
import { FakeClock, flush } from './fake-clock';
import { FakeGemBooks } from './fake-gem-books';
import { FakeLeaderLock } from './fake-leader-lock';
import { FakeOutboxStore } from './fake-outbox-store';
import { MortalTab } from './mortal-tab';
import { documentId } from './outbox-entries';

export const sha256Hex = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex');

/** One workstation's disk, one server, one clock; tabs come and go. */
export class SyncWorld {
  readonly clock = new FakeClock();
  readonly store = new FakeOutboxStore();
  readonly server = new FakeGemBooks();
  readonly lock = new FakeLeaderLock();

  addDocument(name: string, size = 100): { document: string; sha256: string; size: number } {
    const bytes = new Uint8Array(size).map(
      (_, index) => (index * 7 + name.length + name.charCodeAt(name.length - 1)) % 251,
    );
    this.store.documents.set(documentId(name), bytes);
    return { document: name, sha256: sha256Hex(bytes), size };
  }

  /** Opens a tab whose loop runs until the tab dies or is closed. */
  openTab(tab = new MortalTab(), http: Http = this.server, more: Partial<SyncLoopPorts> = {}) {
    const closing = new AbortController();
    const loop = new SyncLoop({
      store: tab.store(this.store),
      http: tab.http(http),
      lock: this.lock,
      clock: this.clock,
      random: () => 0.5,
      digest: async (text) => sha256Hex(text),
      uploadPartBytes: () => 64 * 1024,
      ...more,
    });
    const ended = loop.run(closing.signal);
    return { loop, tab, close: () => closing.abort(), ended };
  }

  /** Turns time until `isDone`, or until nothing but heartbeats moves for `maxTurns`. */
  async turnUntil(isDone: () => boolean, maxTurns = 400): Promise<boolean> {
    for (let turn = 0; turn < maxTurns; turn++) {
      await flush();
      if (isDone()) return true;
      this.clock.advanceToNext();
    }
    return false;
  }

  states(): Record<string, OutboxEntry['state']['kind']> {
    return Object.fromEntries(this.store.all().map(({ id, state }) => [id, state.kind]));
  }
}
