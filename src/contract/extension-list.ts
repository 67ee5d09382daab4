import { z } from './zod';

/** `{data, nextCursor}`: a page of an extension list; `nextCursor` is null at the end. */
export const extensionList = <T extends z.ZodMiniType>(item: T) =>
  z.looseObject({ data: z.array(item), nextCursor: z.nullable(z.string()) });

/** `{data}`: one extension object. */
export const extensionItem = <T extends z.ZodMiniType>(item: T) => z.looseObject({ data: item });
