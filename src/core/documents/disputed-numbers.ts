import type { LocalClientId } from '../ids';
import type { ShiftWitness } from './batch-shift';
import type { DocumentRow } from './document-row';
import { isSameNumber, WHOLE } from './known-numbers';

interface NumberedMember {
  readonly row: DocumentRow;
  readonly witness: Pick<ShiftWitness, 'shown' | 'printed'>;
}

/**
 * Lines of clients without a SIN in the list whose documents disagree: two numbers for one client, or one whole number
 * for two. One of them is mistyped, or somebody else's.
 */
export function disputedNumbers<Member extends NumberedMember>(members: readonly Member[]): ReadonlySet<Member> {
  const byClient = new Map<LocalClientId, { readonly member: Member; readonly sin: string }[]>();
  const holders = new Map<string, Set<LocalClientId>>();
  for (const member of members) {
    const { row, witness } = member;
    const client = row.client?.id;
    if (witness.printed === undefined || client === undefined || witness.shown !== client) continue;
    if (row.status === 'unmatched' || row.status === 'blocked') continue;
    byClient.set(client, [...(byClient.get(client) ?? []), { member, sin: witness.printed }]);
    if (witness.printed.length === WHOLE) {
      holders.set(witness.printed, (holders.get(witness.printed) ?? new Set()).add(client));
    }
  }
  const isDisputed = (sin: string, others: readonly { readonly sin: string }[]) =>
    (holders.get(sin)?.size ?? 0) > 1 || others.some((other) => !isSameNumber(other.sin, sin));
  return new Set(
    [...byClient.values()].flatMap((shown) =>
      shown.filter(({ sin }) => isDisputed(sin, shown)).map(({ member }) => member),
    ),
  );
}
