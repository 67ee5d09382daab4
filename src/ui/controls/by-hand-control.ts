import type { OutboxEntryId } from '../../core/ids';
import type { HandMarkName } from '../../core/outbox/hand-mark';
import type { Result } from '../../core/result';

/** What a person does in GEM-BOOKS because no route of it does, as noted here; journalled. */
export interface ByHandControl {
  /** `on`: the day it was done, ISO date. Noted again, the day is corrected. */
  mark(entry: OutboxEntryId, name: HandMarkName, on: string): Promise<Result<null>>;
  unmark(entry: OutboxEntryId, name: HandMarkName): Promise<Result<null>>;
  /** Reads the clients of GEM-BOOKS, and marks the corrections it shows made. Answers how many those are. */
  recognise(): Promise<Result<number>>;
}
