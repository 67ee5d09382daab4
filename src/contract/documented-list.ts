import { z } from './zod';

/** `{data, meta, success}`: a page of a documented list. `per_page` is at most 100. */
export const documentedList = <T extends z.ZodMiniType>(item: T) =>
  z.looseObject({
    data: z.array(item),
    meta: z.looseObject({
      current_page: z.int(),
      last_page: z.int(),
      per_page: z.int(),
      total: z.int(),
    }),
    success: z.optional(z.boolean()),
  });

/** `{data, success}`: one documented object. */
export const documentedItem = <T extends z.ZodMiniType>(item: T) =>
  z.looseObject({ data: item, success: z.optional(z.boolean()) });
