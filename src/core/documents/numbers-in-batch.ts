import type { LocalClientId } from '../ids';
import type { ShiftWitness } from './batch-shift';
import type { DocumentRow } from './document-row';
import { isSameNumber, withNumbers } from './known-numbers';
import type { KnownNumber } from './known-numbers';

const OPEN: ReadonlySet<DocumentRow['status']> = new Set(['confirm', 'check', 'unmatched']);

/** One document of the batch: its line as the batch judged it, and the number it shows of its client. */
export interface ShowingMember {
  readonly judged: DocumentRow;
  readonly numberShown: KnownNumber | null;
}

/**
 * The SINs that the batch's own sure documents show of clients whose list has none: a T183 prints the address, and the
 * TP-1000.TE beside it does not. Where two of them disagree, nothing is known.
 */
export function numbersInBatch(members: readonly ShowingMember[]): readonly KnownNumber[] {
  const byClient = new Map<LocalClientId, KnownNumber[]>();
  for (const { judged, numberShown } of members) {
    if (judged.status === 'blocked' || numberShown === null) continue;
    byClient.set(numberShown.client, [...(byClient.get(numberShown.client) ?? []), numberShown]);
  }
  const agreed = [...byClient.values()].filter((shown) =>
    shown.every(({ sin }) => shown.every((other) => isSameNumber(other.sin, sin))),
  );
  return withNumbers([], agreed.flat());
}

/** One document of the batch, alone. */
interface AskingMember {
  readonly row: DocumentRow;
  readonly witness: Pick<ShiftWitness, 'number'>;
  readonly numberShown: KnownNumber | null;
}

/**
 * Whether these numbers may change what is said of the document: it is open and may be of one of their clients, or its
 * file name bears one of them.
 */
export function mayBeVouchedBy(numbers: readonly KnownNumber[]): (member: AskingMember) => boolean {
  const [clients, sins] = [new Set(numbers.map(({ client }) => client)), new Set(numbers.map(({ sin }) => sin))];
  return ({ row, witness, numberShown }) => {
    // What shows a number itself has nothing to learn of the others'.
    if (numberShown !== null) return false;
    const isNumbered = witness.number !== undefined && sins.has(witness.number);
    if (!OPEN.has(row.status)) return row.status === 'ready' && isNumbered;
    return isNumbered || [row.client, ...row.candidates].some((client) => client !== null && clients.has(client.id));
  };
}
