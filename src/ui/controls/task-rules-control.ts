import type { Result } from '../../core/result';
import type { TaskRule } from '../../core/tasks/task-rules';

/** Rules that move a client's tasks when an envelope is sent or signed; kept on this workstation, sealed. */
export interface TaskRulesControl {
  read(): Promise<Result<readonly TaskRule[]>>;
  write(rules: readonly TaskRule[]): Promise<Result<null>>;
  /** Moves what is due, by the outbox; answers how many tasks. */
  apply(): Promise<Result<number>>;
}
