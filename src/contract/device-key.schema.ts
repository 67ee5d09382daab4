import { extensionItem, extensionList } from './extension-list';
import { instant, line } from './wire';
import { z } from './zod';

const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** An ECDSA P-256 public key (RFC 7518), and nothing else: a private part is refused. */
const publicKey = z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate });

/** A workstation's key, by which the signature of its manifests is checked. Never deleted: old manifests need it. */
export const deviceKeySchema = z.looseObject({
  /** RFC 7638 thumbprint of `publicKey`, SHA-256, base64url. */
  id: z.string(),
  label: z.string(),
  publicKey: z.looseObject({ kty: z.string(), crv: z.string(), x: z.string(), y: z.string() }),
  createdAt: instant,
  createdBy: z.string(),
  /** What it signs from then on is not to be believed. */
  revokedAt: z.nullable(instant),
});
export const deviceKeyListSchema = extensionList(deviceKeySchema);
export const deviceKeyAnswerSchema = extensionItem(deviceKeySchema);

/** `PUT device-keys/{thumbprint}`. */
export const deviceKeyPutSchema = z.strictObject({ label: line(100), publicKey });

/** `POST device-keys/{thumbprint}/revoke`. */
export const deviceKeyRevokeSchema = z.strictObject({});

export type DeviceKey = z.infer<typeof deviceKeySchema>;
export type DeviceKeyPut = z.infer<typeof deviceKeyPutSchema>;
