import type { LocalClient } from '../../../src/core/clients/client';
import type { ClientDirectory } from '../../../src/core/documents/client-directory';
import { deliveryText } from '../../../src/core/documents/delivery-key';
import type { DeliveredReturn } from '../../../src/core/documents/delivery-key';
import type { DocumentFacts } from '../../../src/core/documents/document-facts';
import { paperText } from '../../../src/core/documents/paper-text';
import { needsNewSignature } from '../../../src/core/documents/re-sign';
import type { FormCode } from '../../../src/core/forms/form-code';
import { isPaper } from '../../../src/core/forms/is-paper';
import type { LocalClientId } from '../../../src/core/ids';
import type { EarlierSignature } from './generate/shapes';

/** By delivery key: the refund that went with it. */
export type Delivered = ReadonlyMap<string, number>;

/** What this workstation sent before the batch: first versions of individuals' forms. */
export function deliveredBefore(signed: readonly EarlierSignature[], directory: ClientDirectory): Delivered {
  return new Map(
    signed.flatMap(({ person, form, taxYear, refund }) => {
      const client = directory.byId(person as LocalClientId);
      const first = { taxYear, periodEnd: null, returnKind: 'initial' } as const;
      return client === null ? [] : [[deliveryText(client, form as FormCode, first), refund] as const];
    }),
  );
}

/** A paper is told from another by its words, or its bytes where it has none. */
export function partOf(form: FormCode | null, { pages }: DocumentFacts, sha256: string): { readonly part?: string } {
  return form !== null && isPaper(form) ? { part: paperText(form, pages) ?? sha256 } : {};
}

/** The key of the last version delivered before; of the next one, when that one's signature does not cover this. */
export function keyOfVersion(
  client: LocalClient,
  form: FormCode,
  returned: DeliveredReturn,
  refund: number | null,
  delivered: Delivered,
): { readonly key: string; readonly resigns: boolean } {
  const keyOf = (version: number) => deliveryText(client, form, { ...returned, version });
  let version = 1;
  while (delivered.has(keyOf(version + 1))) version += 1;
  const last = keyOf(version);
  const resigns = needsNewSignature(form, delivered.get(last) ?? null, refund);
  return { key: resigns ? keyOf(version + 1) : last, resigns };
}
