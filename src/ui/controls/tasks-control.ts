import type { BatchId, ServerClientId } from '../../core/ids';
import type { Result } from '../../core/result';
import type { OfficeTask } from '../../core/tasks/office-task';
import type { TaskChange } from '../../core/tasks/task-change';

export interface TasksControl {
  /** As last read from GEM-BOOKS. */
  readonly tasks: readonly OfficeTask[];
  /** Epoch milliseconds; `null` before the first reading. */
  readonly readAt: number | null;
  readonly loading: boolean;
  /** Client, assignee and labels exist only with the extension. */
  readonly hasClients: boolean;
  /** What this office calls each status. */
  readonly statusNames: Readonly<Record<number, string>>;
  clientName(client: ServerClientId): string | null;
  refresh(): Promise<Result<null>>;
  /** An empty name takes it away. */
  nameStatus(status: number, name: string): Promise<Result<null>>;
  /** Into the outbox, all or none. */
  apply(changes: readonly TaskChange[]): Promise<Result<{ readonly batch: BatchId }>>;
}
