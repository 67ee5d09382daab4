import { extensionItem, extensionList } from './extension-list';
import { instant, isoDay, line } from './wire';
import { z } from './zod';

/** A task with what the documented one lacks: its client, who does it, its labels, and a version. */
export const extensionTaskSchema = z.looseObject({
  id: z.int(),
  title: z.string(),
  description: z.string(),
  status: z.int(),
  active: z.boolean(),
  /** yyyy-mm-dd, or null. */
  startDate: z.nullable(z.string()),
  endDate: z.nullable(z.string()),
  clientId: z.nullable(z.int()),
  /** An account manager's id. */
  assigneeId: z.nullable(z.string()),
  labels: z.array(z.string()),
  updatedAt: instant,
  etag: z.string(),
});
export const extensionTaskListSchema = extensionList(extensionTaskSchema);
export const extensionTaskAnswerSchema = extensionItem(extensionTaskSchema);

/** `PATCH tasks/{id}` under If-Match; null takes a date, a client or an assignee away, `labels` replaces all of them. */
export const taskPatchSchema = z.strictObject({
  title: z.optional(line(500)),
  description: z.optional(z.string().check(z.maxLength(20_000))),
  status: z.optional(z.int().check(z.gte(0), z.lte(999))),
  active: z.optional(z.boolean()),
  startDate: z.optional(z.nullable(isoDay)),
  endDate: z.optional(z.nullable(isoDay)),
  clientId: z.optional(z.nullable(z.int())),
  assigneeId: z.optional(z.nullable(z.string())),
  labels: z.optional(z.array(line(100)).check(z.maxLength(50))),
});

/** Tasks in one `POST tasks/bulk`, at most. */
export const TASKS_BULK_LIMIT = 500;

/** `POST tasks/bulk`: each item stands alone; one that is refused leaves the others done. */
export const tasksBulkCreateSchema = z.strictObject({
  changes: z
    .array(
      z.strictObject({
        id: z.int(),
        /** The `etag` that was read; without it the change is made whatever the task has become. */
        etag: z.optional(z.string()),
        set: taskPatchSchema,
      }),
    )
    .check(z.minLength(1), z.maxLength(TASKS_BULK_LIMIT)),
});

/** What became of one item, in the order they were sent. `status` is the one that a PATCH of it alone would have had. */
export const tasksBulkResultSchema = z.looseObject({
  id: z.int(),
  status: z.int(),
  /** The task as it is now; null when it was refused. */
  task: z.nullable(extensionTaskSchema),
  /** Why it was refused; null when it was done. */
  problem: z.nullable(z.looseObject({ code: z.string(), detail: z.optional(z.string()) })),
});
export const tasksBulkAnswerSchema = z.looseObject({ data: z.array(tasksBulkResultSchema) });

export type ExtensionTask = z.infer<typeof extensionTaskSchema>;
export type TaskPatch = z.infer<typeof taskPatchSchema>;
export type TasksBulkCreate = z.infer<typeof tasksBulkCreateSchema>;
export type TasksBulkResult = z.infer<typeof tasksBulkResultSchema>;
