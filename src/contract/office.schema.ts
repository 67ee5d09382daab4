import { extensionItem } from './extension-list';
import { z } from './zod';

/** The office key, sealed by the office's passphrase: opaque to the server. */
const officeShape = {
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  sealedKey: z.string().check(z.minLength(1), z.maxLength(65_536)),
};

export const officeAnswerSchema = extensionItem(z.looseObject(officeShape));
export const officePutSchema = z.strictObject(officeShape);

/** Keyed hash of SIN or BN ↔ client id, sealed by the office key; base64. */
const indexShape = {
  sealed: z.string().check(z.minLength(1), z.maxLength(48 * 1024 * 1024), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
};

export const officeIndexAnswerSchema = extensionItem(z.looseObject(indexShape));
export const officeIndexPutSchema = z.strictObject(indexShape);

export type Office = z.infer<typeof officePutSchema>;
export type OfficeIndex = z.infer<typeof officeIndexPutSchema>;
