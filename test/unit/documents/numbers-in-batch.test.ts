import { expect, it } from 'vitest';
import type { DocumentRow, DocumentStatus } from '../../../src/core/documents/document-row';
import { mayBeVouchedBy, numbersInBatch } from '../../../src/core/documents/numbers-in-batch';
import type { LocalClientId } from '../../../src/core/ids';

const id = (client: string) => client as LocalClientId;
const row = (status: DocumentStatus, client: string | null = null, candidates: readonly string[] = []) =>
  ({
    status,
    client: client === null ? null : { id: id(client), name: client },
    candidates: candidates.map((it) => ({ id: id(it), name: it })),
  }) as unknown as DocumentRow;
const shows = (client: string, sin: string, status: DocumentStatus = 'ready') => ({
  judged: row(status, client),
  numberShown: { client: id(client), sin },
});

it('what the batch blocks shows no number; what has left before does', () => {
  const shown = numbersInBatch([
    shows('ready', '111'),
    shows('sent', '222', 'already-sent'),
    shows('copy', '333', 'blocked'),
    shows('confirm', '444', 'confirm'),
  ]);
  expect(shown.map(({ client }) => client)).toEqual(['ready', 'sent', 'confirm']);
});

it('a masked number agrees with the whole one, which stands; two that disagree are none', () => {
  const same = [shows('paul', '8086'), shows('paul', '978408086')];
  expect(numbersInBatch(same)).toEqual([{ client: 'paul', sin: '978408086' }]);
  expect(numbersInBatch([...same, shows('paul', '8087')])).toEqual([]);
});

it('an open line is read again where the number of its client, or of one that it offers, is known now', () => {
  const known = [{ client: id('paul'), sin: '978408086' }];
  const of = (row: DocumentRow, number?: string) =>
    mayBeVouchedBy(known)({ row, witness: number === undefined ? {} : { number }, numberShown: null });
  expect(of(row('unmatched', null, ['luc', 'paul']))).toBe(true);
  expect(of(row('check', 'paul'))).toBe(true);
  expect(of(row('confirm', 'paul'))).toBe(true);
  expect(of(row('unmatched', null, ['luc']))).toBe(false);
  expect(of(row('blocked', 'paul'))).toBe(false);
  expect(of(row('ready', 'paul'))).toBe(false);
  // The T183 that showed it: it has no address to go to, and is to be checked for that.
  const [shown = null] = known;
  expect(mayBeVouchedBy(known)({ row: row('check', 'paul'), witness: {}, numberShown: shown })).toBe(false);
  // Its file name bears the number: it may be taken from whoever seemed to be meant.
  expect(of(row('ready', 'luc'), '978408086')).toBe(true);
  expect(of(row('unmatched'), '978408086')).toBe(true);
  expect(of(row('blocked', 'luc'), '978408086')).toBe(false);
});
