import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstBreak, GENESIS, nextLine } from '../../../src/core/journal/chain';
import type { JournalEvent, JournalLine } from '../../../src/core/journal/journal-event';
import { sha256 } from '../../../src/vault/digest';

const event: fc.Arbitrary<JournalEvent> = fc.oneof(
  fc.constant<JournalEvent>({ kind: 'vault-unlocked' }),
  fc.record({ kind: fc.constant('office-joined' as const), office: fc.string() }),
  fc.record({ kind: fc.constant('sin-revealed' as const), client: fc.uuid() }),
);
const chain = fc.array(fc.tuple(fc.nat(2 ** 45), event), { minLength: 1, maxLength: 12 });

async function written(events: readonly (readonly [number, JournalEvent])[]): Promise<JournalLine[]> {
  const lines: JournalLine[] = [];
  for (const [at, what] of events) lines.push(await nextLine(lines.at(-1) ?? GENESIS, at, what, sha256));
  return lines;
}

describe('the journal, whatever happened', () => {
  it('holds when read back as it was written, and each of its beginnings does', async () => {
    await fc.assert(
      fc.asyncProperty(chain, fc.nat(), async (events, cut) => {
        const lines = JSON.parse(JSON.stringify(await written(events))) as JournalLine[];
        expect(await firstBreak(lines, sha256)).toBeNull();
        expect(await firstBreak(lines.slice(0, cut % (lines.length + 1)), sha256)).toBeNull();
      }),
    );
  });

  it('breaks at the first line that was changed, or right where one is missing', async () => {
    await fc.assert(
      fc.asyncProperty(chain, fc.nat(), event, async (events, place, other) => {
        const lines = await written(events);
        const at = place % lines.length;
        const changed = lines.map((line, index) => (index === at ? { ...line, event: other } : line));
        const same = JSON.stringify(lines[at]?.event) === JSON.stringify(other);
        expect(await firstBreak(changed, sha256)).toBe(same ? null : at + 1);
        const without = lines.filter((_, index) => index !== at);
        expect(await firstBreak(without, sha256)).toBe(at === lines.length - 1 ? null : at + 1);
      }),
    );
  });
});
