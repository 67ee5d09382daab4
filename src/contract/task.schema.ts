import { documentedItem, documentedList } from './documented-list';
import { looseFlag, looseId, looseNumber, looseText } from './wire';
import { z } from './zod';

/** `start_date` and `end_date` are yyyy-mm-dd; `0000-00-00` means none. `status` is an integer. */
export const taskSchema = z.looseObject({
  id: looseId,
  projet_id: z.optional(z.nullable(looseId)),
  active: looseFlag,
  creation_date: looseText,
  title: looseText,
  start_date: looseText,
  end_date: looseText,
  status: looseNumber,
  time_estimated: looseNumber,
  time_spent: looseNumber,
  description: looseText,
  comments: z.optional(z.nullable(z.array(z.unknown()))),
});

export const taskListSchema = documentedList(taskSchema);
export const taskAnswerSchema = documentedItem(taskSchema);

const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** `PUT tasks/{id}` is inferred, not documented: the object's own fields, each optional. */
export const taskUpdateSchema = z.strictObject({
  active: z.optional(z.union([z.literal(0), z.literal(1)])),
  title: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
  start_date: z.optional(date),
  end_date: z.optional(date),
  status: z.optional(z.int()),
  time_estimated: z.optional(z.number().check(z.nonnegative())),
  time_spent: z.optional(z.number().check(z.nonnegative())),
  description: z.optional(z.string().check(z.maxLength(20_000))),
});

export type WireTask = z.infer<typeof taskSchema>;
export type TaskUpdate = z.infer<typeof taskUpdateSchema>;
