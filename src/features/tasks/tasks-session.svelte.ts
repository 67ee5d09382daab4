import { SvelteSet } from 'svelte/reactivity';
import { filterTasks, NO_FILTER } from '../../core/tasks/filter-tasks';
import type { DueFilter, TaskFilter } from '../../core/tasks/filter-tasks';
import type { OfficeTask, TaskId } from '../../core/tasks/office-task';
import { formatDate } from '../../i18n/format';
import type { TasksControl } from '../../ui/controls/tasks-control';

/** What is looked at and chosen on the tasks screen. A choice holds while the filter changes, and across pages. */
export class TasksSession {
  readonly #tasks: TasksControl;
  readonly chosen = new SvelteSet<TaskId>();
  filter: TaskFilter = $state.raw(NO_FILTER);
  /** Where a range (Shift) starts. */
  #anchor: TaskId | null = null;
  readonly #now: () => number;

  constructor(tasks: TasksControl, now: () => number, due: DueFilter = 'any') {
    this.#tasks = tasks;
    this.filter = { ...NO_FILTER, due };
    this.#now = now;
  }

  readonly visible: readonly OfficeTask[] = $derived.by(() =>
    filterTasks(this.#tasks.tasks, this.filter, {
      today: this.today,
      clientName: ({ client }) => (client === null ? null : this.#tasks.clientName(client)),
    }),
  );

  readonly chosenTasks: readonly OfficeTask[] = $derived.by(() =>
    this.#tasks.tasks.filter(({ id }) => this.chosen.has(id)),
  );

  readonly allVisibleChosen: boolean = $derived(
    this.visible.length > 0 && this.visible.every(({ id }) => this.chosen.has(id)),
  );

  get today(): string {
    return formatDate(this.#now());
  }

  narrow(change: Partial<TaskFilter>): void {
    this.filter = { ...this.filter, ...change };
  }

  toggle({ id }: OfficeTask): void {
    if (!this.chosen.delete(id)) this.chosen.add(id);
    this.#anchor = id;
  }

  /** Everything shown between the last one touched and this one. */
  extendTo({ id }: OfficeTask): void {
    const from = this.visible.findIndex((task) => task.id === this.#anchor);
    const to = this.visible.findIndex((task) => task.id === id);
    if (from < 0 || to < 0) {
      this.chosen.add(id);
      this.#anchor = id;
      return;
    }
    for (const task of this.visible.slice(Math.min(from, to), Math.max(from, to) + 1)) this.chosen.add(task.id);
  }

  /** All that the filter shows, or none of it. */
  toggleVisible(): void {
    const all = this.allVisibleChosen;
    for (const { id } of this.visible) {
      if (all) this.chosen.delete(id);
      else this.chosen.add(id);
    }
  }
}
