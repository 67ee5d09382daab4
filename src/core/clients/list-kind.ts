import type { ClientType } from './client';
import { isCorporateName } from './entity-kind';
import type { ReadRow } from './read-row';

export interface ListKind {
  readonly individuals: number;
  readonly corporations: number;
}

/** Rows that are surely of the other type than the list was said to hold; a doubt counts for the type said. */
export function listKind(rows: readonly ReadRow[], clientType: ClientType): ListKind {
  let others = 0;
  for (const { client } of rows) {
    const isOther =
      clientType === 'individuals'
        ? client.kind !== 'individual' ||
          (client.sin === null &&
            client.name.first === null &&
            client.birthDate === null &&
            (client.businessNumber !== null || client.enterpriseNumber !== null || isCorporateName(client.name.full)))
        : client.kind === 'individual' || (client.sin !== null && client.businessNumber === null);
    if (isOther) others++;
  }
  const rest = rows.length - others;
  return clientType === 'individuals'
    ? { individuals: rest, corporations: others }
    : { individuals: others, corporations: rest };
}
