import { documentedItem, documentedList } from './documented-list';
import { looseFlag, looseId, looseText } from './wire';
import { z } from './zod';

export const reminderSchema = z.looseObject({
  id: looseId,
  titre: looseText,
  module: looseText,
  moduleID: z.optional(z.nullable(looseId)),
  userID: z.optional(z.nullable(looseId)),
  date: looseText,
  closed: looseFlag,
  labels: z.optional(z.nullable(z.union([z.string(), z.array(z.unknown())]))),
  notes: looseText,
});

export const reminderListSchema = documentedList(reminderSchema);
export const reminderAnswerSchema = documentedItem(reminderSchema);

/** `POST reminders`. `module` is `clients` in every published example, and `moduleID` then a client's id. */
export const reminderCreateSchema = z.strictObject({
  titre: z.string().check(z.minLength(1), z.maxLength(500)),
  module: z.string().check(z.minLength(1), z.maxLength(100)),
  moduleID: z.int(),
  userID: z.optional(z.int()),
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?$/)),
  closed: z.optional(z.union([z.literal(0), z.literal(1)])),
  labels: z.optional(z.string().check(z.maxLength(500))),
  notes: z.optional(z.string().check(z.maxLength(20_000))),
});

export type WireReminder = z.infer<typeof reminderSchema>;
export type ReminderCreate = z.infer<typeof reminderCreateSchema>;
