import { extensionItem, extensionList } from './extension-list';
import { instant } from './wire';
import { z } from './zod';

/** A setting that the office's workstations share, sealed by the office key: opaque to the server. */
export const sharedSettingSchema = z.looseObject({ name: z.string(), sealed: z.string(), etag: z.string() });
export const sharedSettingAnswerSchema = extensionItem(sharedSettingSchema);

/** The list tells which changed; each is then read by itself. */
export const sharedSettingListSchema = extensionList(
  z.looseObject({ name: z.string(), etag: z.string(), updatedAt: instant }),
);

/** `PUT settings/{name}`: base64. */
export const sharedSettingPutSchema = z.strictObject({
  sealed: z.string().check(z.minLength(1), z.maxLength(1024 * 1024), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
});

export type SharedSetting = z.infer<typeof sharedSettingSchema>;
