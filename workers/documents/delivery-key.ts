import type { LocalClient } from '../../src/core/clients/client';
import { deliveryText } from '../../src/core/documents/delivery-key';
import type { DeliveredReturn } from '../../src/core/documents/delivery-key';
import type { FormCode } from '../../src/core/forms/form-code';
import { keyedHash } from '../../src/vault/keyed-hash';

/** HMAC-SHA-256 under the office's delivery key, lower-case hex: the same on every workstation of the office. */
export const deliveryKeyOf = (
  key: CryptoKey,
  client: LocalClient,
  form: FormCode,
  delivered: DeliveredReturn,
): Promise<string> => keyedHash(key, deliveryText(client, form, delivered));
