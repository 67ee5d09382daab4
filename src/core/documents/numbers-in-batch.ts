import type { LocalClientId } from '../ids';
import type { DocumentRow } from './document-row';
import { isSameNumber, withNumbers } from './known-numbers';
import type { KnownNumber } from './known-numbers';

/** To be confirmed in bulk too: what a file name without a name leaves so, it leaves so of the documents it vouches for. */
const SURE: ReadonlySet<DocumentRow['status']> = new Set(['ready', 'confirm', 'already-sent']);

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
  const sure = members.filter(({ judged }) => SURE.has(judged.status));
  const shown = sure.flatMap(({ numberShown }) => numberShown ?? []);
  const disputed = (it: KnownNumber) =>
    shown.some((other) => other.client === it.client && !isSameNumber(other.sin, it.sin));
  return withNumbers(
    [],
    shown.filter((it) => !disputed(it)),
  );
}

/** Whether the line is open, and may be of somebody whose number is known now. */
export function mayBeVouchedFor(row: DocumentRow, known: ReadonlySet<LocalClientId>): boolean {
  if (row.status !== 'unmatched' && row.status !== 'check') return false;
  return (row.client !== null && known.has(row.client.id)) || row.candidates.some(({ id }) => known.has(id));
}
