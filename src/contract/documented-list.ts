import { looseId } from './wire';
import { z } from './zod';

/** Some paginators give `per_page` back as the string it came as. */
const count = looseId;

/** `{data, meta, success}`: a page of a documented list. `per_page` is at most 100. */
export const documentedList = <T extends z.ZodMiniType>(item: T) =>
  z.looseObject({
    data: z.array(item),
    meta: z.looseObject({
      current_page: count,
      last_page: count,
      per_page: count,
      total: count,
    }),
    success: z.optional(z.boolean()),
  });

/** `{data, success}`: one documented object. */
export const documentedItem = <T extends z.ZodMiniType>(item: T) =>
  z.looseObject({ data: item, success: z.optional(z.boolean()) });
