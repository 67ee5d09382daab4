import type { LocalClient } from '../../src/core/clients/client';
import { deliveryText, deliveryTexts } from '../../src/core/documents/delivery-key';
import type { DeliveredReturn } from '../../src/core/documents/delivery-key';
import type { FormCode } from '../../src/core/forms/form-code';
import { keyedHash, keyedHashes } from '../../src/vault/keyed-hash';

/** HMAC-SHA-256 under the office's delivery key, lower-case hex: the same on every workstation of the office. */
export const deliveryKeyOf = (
  key: CryptoKey,
  client: LocalClient,
  form: FormCode,
  delivered: DeliveredReturn,
): Promise<string> => keyedHash(key, deliveryText(client, form, delivered));

/** The same, and after it those under which it may have left by another list. */
export const deliveryKeysOf = (
  key: CryptoKey,
  client: LocalClient,
  form: FormCode,
  delivered: DeliveredReturn,
  shown: readonly string[],
): Promise<string[]> => keyedHashes(key, deliveryTexts(client, form, delivered, shown));
