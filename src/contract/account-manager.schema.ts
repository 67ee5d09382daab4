import { extensionList } from './extension-list';
import { z } from './zod';

export const accountManagerSchema = z.looseObject({ id: z.string(), name: z.string(), email: z.string() });
export const accountManagerListSchema = extensionList(accountManagerSchema);

export type AccountManager = z.infer<typeof accountManagerSchema>;
