import { beforeEach, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { firstBreak, GENESIS, nextLine } from '../../../src/core/journal/chain';
import type { JournalEvent, JournalLine } from '../../../src/core/journal/journal-event';
import { sha256 } from '../../../src/vault/digest';
import { seal } from '../../../src/vault/seal';
import type { VaultKeys } from '../../../src/vault/vault-key';
import { freshProfile, newVaultKeys, NOW, openTab, valueOf } from './store-harness';

const event = (office: number): JournalEvent => ({ kind: 'office-joined', office: String(office) });

async function chainOf(length: number): Promise<JournalLine[]> {
  const lines: JournalLine[] = [];
  for (let n = 1; n <= length; n += 1) lines.push(await nextLine(lines.at(-1) ?? GENESIS, NOW + n, event(n), sha256));
  return lines;
}

describe('the chain', () => {
  it('hashes the previous hash, a line feed and the canonical line', async () => {
    const [first, second] = await chainOf(2);
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const one = hash(`${'0'.repeat(64)}\n{"at":${NOW + 1},"event":{"kind":"office-joined","office":"1"},"seq":1}`);
    expect(first).toEqual({ seq: 1, at: NOW + 1, event: event(1), previous: '0'.repeat(64), hash: one });
    expect(second?.hash).toBe(hash(`${one}\n{"at":${NOW + 2},"event":{"kind":"office-joined","office":"2"},"seq":2}`));
  });

  it('holds when whole, and when empty', async () => {
    expect(await firstBreak(await chainOf(5), sha256)).toBeNull();
    expect(await firstBreak([], sha256)).toBeNull();
  });

  it.each<[string, (lines: JournalLine[]) => unknown, number]>([
    ['a line removed', (lines) => lines.splice(2, 1), 3],
    ['the first line removed', (lines) => lines.shift(), 1],
    ['two lines exchanged', (lines) => lines.splice(1, 2, ...lines.slice(1, 3).reverse()), 2],
    ['an event changed', (lines) => Object.assign(lines[3] ?? {}, { event: event(9) }), 4],
    ['a time changed', (lines) => Object.assign(lines[0] ?? {}, { at: NOW }), 1],
    ['a line doubled', (lines) => lines.splice(2, 0, ...lines.slice(1, 2)), 3],
  ])('breaks at the line: %s', async (_, spoil, at) => {
    const lines = await chainOf(5);
    spoil(lines);
    expect(await firstBreak(lines, sha256)).toBe(at);
  });

  it('breaks where a line was forged with a right hash of its own', async () => {
    const lines = await chainOf(5);
    lines[1] = await nextLine(lines[0] ?? GENESIS, NOW, event(9), sha256);
    expect(await firstBreak(lines, sha256)).toBe(3);
  });
});

describe('the journal on disk', () => {
  let keys: VaultKeys;
  beforeEach(async () => {
    freshProfile();
    keys = await newVaultKeys();
  });

  it('keeps lines in order, sealed, and reads them back verified', async () => {
    const { journal, database } = await openTab(keys);
    for (let n = 1; n <= 3; n += 1) valueOf(await journal.append(NOW, event(n)));
    const lines = valueOf(await journal.read());
    expect(lines.map((line) => [line.seq, line.event])).toEqual([1, 2, 3].map((n) => [n, event(n)]));
    const [record] = await database.journal.toArray();
    expect(Object.keys(record ?? {})).toEqual(['seq', 'sealed']);
    expect(Buffer.from(record?.sealed ?? []).includes('office-joined')).toBe(false);
  });

  it('has one chain for two tabs that write at once', async () => {
    const [here, there] = [await openTab(keys), await openTab(keys)];
    const writes = Array.from({ length: 10 }, (_, n) =>
      [here, there].map(({ journal }) => journal.append(NOW, event(n))),
    );
    const results = await Promise.all(writes.flat());
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(valueOf(await here.journal.read()).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    );
  });

  it('says where it was tampered with', async () => {
    const { journal, database } = await openTab(keys);
    for (let n = 1; n <= 4; n += 1) await journal.append(NOW, event(n));
    const third = await database.journal.get(3);
    await database.journal.update(2, { sealed: third?.sealed ?? new Uint8Array() });
    expect(await journal.read()).toEqual({ ok: false, error: { code: 'vault/damaged-record', details: { line: 2 } } });
  });

  it('notices a line left out by someone who has the key', async () => {
    const { journal, database } = await openTab(keys);
    for (let n = 1; n <= 3; n += 1) await journal.append(NOW, event(n));
    const [one, , three] = valueOf(await journal.read());
    const forged = { ...three, seq: 2, previous: one?.hash };
    await database.journal.delete(3);
    const sealed = await seal(keys.journalKey, 'journal:2', new TextEncoder().encode(JSON.stringify(forged)));
    await database.journal.put({ seq: 2, sealed });
    expect(await journal.read()).toEqual({ ok: false, error: { code: 'vault/damaged-record', details: { line: 2 } } });
  });

  it('writes and reads nothing without its key', async () => {
    const { journal, session, database } = await openTab(keys);
    await session.lock(new Set());
    const locked = { ok: false, error: { code: 'vault/locked' } };
    expect(await journal.append(NOW, event(1))).toEqual(locked);
    expect(await journal.read()).toEqual(locked);
    expect(await database.journal.count()).toBe(0);
  });
});
