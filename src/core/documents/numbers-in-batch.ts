import type { DocumentRow } from './document-row';
import { isSameNumber, withNumbers } from './known-numbers';
import type { KnownNumber } from './known-numbers';
import type { ShiftWitness } from './batch-shift';

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
  const shown = members.flatMap(({ judged, numberShown }) => (judged.status === 'blocked' ? [] : (numberShown ?? [])));
  const disputed = (it: KnownNumber) =>
    shown.some((other) => other.client === it.client && !isSameNumber(other.sin, it.sin));
  return withNumbers(
    [],
    shown.filter((it) => !disputed(it)),
  );
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
export function mayBeVouchedFor({ row, witness, numberShown }: AskingMember, numbers: readonly KnownNumber[]): boolean {
  // What shows a number itself has nothing to learn of the others'.
  if (numberShown !== null) return false;
  if (!OPEN.has(row.status)) return row.status === 'ready' && numbers.some(({ sin }) => sin === witness.number);
  return numbers.some(
    ({ client, sin }) =>
      sin === witness.number || row.client?.id === client || row.candidates.some(({ id }) => id === client),
  );
}
