import type { Result } from '../core/result';
import type { KeySlot } from '../core/vault/key-slot';
import { unwrapKey, wrapKey } from './wrap-key';

/** A profile's ECDSA P-256 key: its signature is an approval. The private half lives wrapped in the profile's slot. */
export interface ApprovalKey {
  /** SPKI. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** Extractable, only to be wrapped at once. */
  readonly privateKey: CryptoKey;
}

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const context = (slot: string): string => `slot:${slot}:approval-key`;

export async function createApprovalKey(): Promise<ApprovalKey> {
  const pair = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  return { publicKey, privateKey: pair.privateKey };
}

export const wrapApprovalKey = (kek: CryptoKey, slot: string, key: CryptoKey): Promise<Uint8Array<ArrayBuffer>> =>
  wrapKey(kek, context(slot), 'pkcs8', key);

/** `extractable` only to wrap it in another slot. */
export const unwrapApprovalKey = (kek: CryptoKey, slot: KeySlot, extractable = false): Promise<Result<CryptoKey>> =>
  unwrapKey(kek, context(slot.id), slot.approvalPrivateKey, {
    format: 'pkcs8',
    algorithm: P256,
    usages: ['sign'],
    extractable,
  });
