import { canonicalJson } from '../outbox/canonical-json';
import type { JournalEvent, JournalLine } from './journal-event';

/** SHA-256 of a text in UTF-8, lower-case hex. */
export type Digest = (text: string) => Promise<string>;

/** The last line of a chain, as far as the next one needs it. */
export type JournalHead = Pick<JournalLine, 'seq' | 'hash'>;

/** What the first line holds as its `previous`. */
export const GENESIS: JournalHead = { seq: 0, hash: '0'.repeat(64) };

/** Hash = SHA-256(previous hash, line feed, canonical JSON of {at, event, seq}); `at` in epoch milliseconds. */
const hashOf = (line: Omit<JournalLine, 'hash'>, digest: Digest): Promise<string> =>
  digest(`${line.previous}\n${canonicalJson({ seq: line.seq, at: line.at, event: line.event })}`);

export async function nextLine(
  head: JournalHead,
  at: number,
  event: JournalEvent,
  digest: Digest,
): Promise<JournalLine> {
  const line = { seq: head.seq + 1, at, event, previous: head.hash };
  return { ...line, hash: await hashOf(line, digest) };
}

/**
 * The first line that breaks the chain (missing, moved, changed or forged), or `null` when it holds. A chain cut at its
 * end holds: only someone who noted an earlier head can tell.
 */
export async function firstBreak(lines: readonly JournalLine[], digest: Digest): Promise<number | null> {
  let head = GENESIS;
  for (const line of lines) {
    const follows = line.seq === head.seq + 1 && line.previous === head.hash;
    if (!follows || line.hash !== (await hashOf(line, digest))) return head.seq + 1;
    head = line;
  }
  return null;
}
