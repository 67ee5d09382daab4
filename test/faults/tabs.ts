import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { FromTab, TabStart, ToTab } from './tab-messages';

/** Two tabs that share one outbox and compete for one lock. A killed one is opened again at once. */
export class Tabs {
  readonly #program: string;
  readonly #start: TabStart;
  readonly #tabs: ChildProcess[] = [];
  #leader: ChildProcess | null = null;
  #asking: ChildProcess[] = [];

  /** @param program The path of tab.ts as JavaScript. */
  constructor(program: string, start: TabStart) {
    this.#program = program;
    this.#start = start;
    for (let count = 0; count < 2; count++) this.#open();
  }

  /** SIGKILL to the one that leads, or to the other; answers once it is dead. */
  async kill(which: 'leader' | 'follower'): Promise<void> {
    const leader = this.#leader ?? this.#tabs[0];
    const tab = which === 'leader' ? leader : this.#tabs.find((one) => one !== leader);
    if (tab === undefined) return;
    await this.#end(tab);
    this.#open();
  }

  tell(message: ToTab): void {
    for (const tab of this.#tabs) send(tab, message);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#tabs].map((tab) => this.#end(tab)));
  }

  #open(): void {
    const tab = fork(this.#program, [JSON.stringify(this.#start)], { execArgv: [], stdio: 'inherit' });
    this.#tabs.push(tab);
    tab.on('message', (message: FromTab) => {
      if (message === 'ask-lock') this.#asking.push(tab);
      else for (const other of this.#tabs) if (other !== tab) send(other, 'changed');
      this.#handOver();
    });
    tab.on('exit', () => {
      this.#tabs.splice(this.#tabs.indexOf(tab), 1);
      this.#asking = this.#asking.filter((one) => one !== tab);
      if (this.#leader === tab) this.#leader = null;
      this.#handOver();
    });
  }

  #handOver(): void {
    if (this.#leader !== null) return;
    this.#leader = this.#asking.shift() ?? null;
    if (this.#leader !== null) send(this.#leader, 'lock');
  }

  #end(tab: ChildProcess): Promise<void> {
    return new Promise((resolve) => {
      if (tab.exitCode !== null || tab.signalCode !== null) return resolve();
      tab.once('exit', () => resolve());
      tab.kill('SIGKILL');
    });
  }
}

function send(tab: ChildProcess, message: ToTab): void {
  // A tab that is just dying hears nothing more.
  if (tab.connected) tab.send(message, () => undefined);
}
