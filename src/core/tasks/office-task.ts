import type { ServerClientId } from '../ids';

/** A GEM-BOOKS task id, as the documented API numbers them. */
export type TaskId = number;

/** A task as the office works with it. Dates are yyyy-mm-dd. */
export interface OfficeTask {
  readonly id: TaskId;
  readonly title: string;
  readonly description: string;
  /** An integer that GEM-BOOKS gives no name to: each office names its own. */
  readonly status: number;
  readonly active: boolean;
  readonly startDate: string | null;
  readonly endDate: string | null;
  /** These three exist only with the extension. */
  readonly client: ServerClientId | null;
  readonly assigneeId: string | null;
  readonly labels: readonly string[];
  /** The version that was read; `null` by the documented API, which has none. */
  readonly etag: string | null;
}
