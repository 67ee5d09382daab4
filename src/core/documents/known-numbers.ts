import type { LocalClientId } from '../ids';
import type { ClientDirectory } from './client-directory';
import type { DocumentFacts } from './document-facts';
import type { DocumentRow } from './document-row';

/**
 * A SIN, whole or masked, that a sure document showed of a client whose list leaves it blank, beside the client's name
 * and address or number. Other forms print the name and the number alone: it vouches for those, and whatever prints
 * another is to be looked at. Lives in the documents worker's memory, and never leaves the workers.
 */
export interface KnownNumber {
  readonly client: LocalClientId;
  /** 9 digits, or the last three or four that a mask left. */
  readonly sin: string;
}

/** Digits of a SIN. */
export const WHOLE = 9;

const SURE: ReadonlySet<DocumentRow['status']> = new Set(['ready', 'confirm', 'check']);

/** What the document tells of its client's number; `null` where it tells none, several, or one that somebody has. */
export function numberShown(row: DocumentRow, facts: DocumentFacts, directory: ClientDirectory): KnownNumber | null {
  const client = row.client === null ? null : directory.byId(row.client.id);
  const { grade } = row.concordance;
  const isVouched = grade === 'name-and-postal-code' || grade === 'name-and-client-number';
  if (client === null || client.kind !== 'individual' || client.sin !== null || !isVouched) return null;
  // Another year or no address is to be checked too, and is no doubt about whose it is.
  if (!SURE.has(row.status) || !row.concordance.evidence.every(({ supports }) => supports)) return null;
  const own = ownNumbers(facts);
  const [sin = ''] = [...own].sort((a, b) => b.length - a.length);
  if (sin === '' || !own.every((digits) => isSameNumber(sin, digits)) || directory.bySin(sin).length > 0) return null;
  return { client: client.id, sin };
}

/** What the taxpayer's cells print, each once: whole numbers, and what masks leave of them. */
export const ownNumbers = ({ identifiers }: DocumentFacts): string[] => [
  ...new Set(
    identifiers.flatMap(({ kind, sins }) =>
      kind === null
        ? sins.flatMap(({ party, plausible, digits }) => (party === 'own' && plausible ? [digits] : []))
        : [],
    ),
  ),
];

/** Whole or masked, as far as both show. */
export const isSameNumber = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a);

/** The newer word on a client counts, a whole number over a masked one; what two clients would have is nobody's. */
export function withNumbers(kept: readonly KnownNumber[], shown: readonly KnownNumber[]): readonly KnownNumber[] {
  const byClient = new Map<LocalClientId, KnownNumber>();
  for (const known of [...kept, ...shown]) {
    const before = byClient.get(known.client);
    const isLess = before !== undefined && before.sin !== known.sin && before.sin.endsWith(known.sin);
    if (!isLess) byClient.set(known.client, known);
  }
  const holders = new Map<string, number>();
  for (const { sin } of byClient.values()) holders.set(sin, (holders.get(sin) ?? 0) + 1);
  return [...byClient.values()].filter(({ sin }) => sin.length < WHOLE || holders.get(sin) === 1);
}
