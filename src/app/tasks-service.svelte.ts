import type { BatchId, ServerClientId } from '../core/ids';
import type { Result } from '../core/result';
import type { OfficeTask } from '../core/tasks/office-task';
import { taskEntries } from '../core/tasks/task-entries';
import type { TaskChange } from '../core/tasks/task-change';
import { spaced } from '../store/spaced';
import type { ApiClient } from '../sync/api-client';
import type { TasksControl } from '../ui/controls/tasks-control';
import { queueTasks } from './queue-tasks';
import type { QueueParts } from './queue-tasks';
import type { Repositories } from './repositories';
import type { ServerKnowledge } from './server-knowledge.svelte';

const TASKS = 'server-tasks';
const STATUS_NAMES = 'task-status-names';

export interface TasksParts extends QueueParts {
  readonly repositories: Repositories;
  readonly api: ApiClient;
  readonly server: ServerKnowledge;
  readonly capability: (name: 'tasks' | 'tasks-bulk') => boolean;
}

interface KnownTasks {
  readonly at: number;
  readonly tasks: readonly OfficeTask[];
}

/** The office's tasks, as last read and kept sealed, and their bulk edits by the outbox. */
export class TasksService implements TasksControl {
  readonly #parts: TasksParts;
  #known: KnownTasks | null = $state.raw(null);
  #names: ReadonlyMap<ServerClientId, string> = $state.raw(new Map());
  #statusNames: Readonly<Record<number, string>> = $state.raw({});
  #loading = $state(false);

  constructor(parts: TasksParts) {
    this.#parts = parts;
  }

  get tasks(): readonly OfficeTask[] {
    return this.#known?.tasks ?? [];
  }

  get readAt(): number | null {
    return this.#known?.at ?? null;
  }

  get loading(): boolean {
    return this.#loading;
  }

  get hasClients(): boolean {
    return this.#parts.capability('tasks');
  }

  get statusNames(): Readonly<Record<number, string>> {
    return this.#statusNames;
  }

  clientName(client: ServerClientId): string | null {
    return this.#names.get(client) ?? null;
  }

  /** Reads them anew; offline, what was last read stays and the error says why. A reading begun before does not do. */
  readonly refresh = spaced(async (): Promise<Result<null>> => {
    this.#loading = true;
    try {
      return await this.#read();
    } finally {
      this.#loading = false;
    }
  }, 0);

  async #read(): Promise<Result<null>> {
    const { repositories, api, server, now } = this.#parts;
    if (this.#known === null) await this.#remembered();
    const signal = AbortSignal.timeout(120_000);
    const [tasks, clients] = await Promise.all([api.officeTasks(this.hasClients, signal), server.clients(signal)]);
    if (clients.ok) this.#names = new Map(clients.value.map(({ id, name }) => [id, name]));
    if (!tasks.ok) return tasks;
    this.#known = { at: now(), tasks: tasks.value };
    return repositories.settings.putSealedJson(TASKS, this.#known);
  }

  async #remembered(): Promise<void> {
    const { settings } = this.#parts.repositories;
    const [known, names] = await Promise.all([
      settings.getSealedJson<KnownTasks>(TASKS),
      settings.getSealedJson<Readonly<Record<number, string>>>(STATUS_NAMES),
    ]);
    if (known.ok) this.#known = known.value;
    if (names.ok && names.value !== null) this.#statusNames = names.value;
  }

  async nameStatus(status: number, name: string): Promise<Result<null>> {
    const trimmed = name.trim();
    const others = Object.entries(this.#statusNames).filter(([known]) => Number(known) !== status);
    this.#statusNames = Object.fromEntries(trimmed === '' ? others : [...others, [status, trimmed]]);
    return this.#parts.repositories.settings.putSealedJson(STATUS_NAMES, this.#statusNames);
  }

  apply(changes: readonly TaskChange[]): Promise<Result<{ readonly batch: BatchId }>> {
    const route = this.#parts.capability('tasks-bulk') ? 'bulk' : 'one-by-one';
    return queueTasks(
      this.#parts,
      'tasks',
      taskEntries(changes, route).map((task) => ({ task })),
    );
  }

  forget(): void {
    this.#known = null;
    this.#names = new Map();
    this.#statusNames = {};
  }
}
