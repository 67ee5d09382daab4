import { expect, it } from 'vitest';
import type { DocumentRow, DocumentStatus } from '../../../src/core/documents/document-row';
import { mayBeVouchedFor, numbersInBatch } from '../../../src/core/documents/numbers-in-batch';
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

it('only what is sure shows a number, also where it has left before', () => {
  const shown = numbersInBatch([
    shows('ready', '111'),
    shows('sent', '222', 'already-sent'),
    shows('copy', '333', 'blocked'),
    shows('confirm', '444', 'confirm'),
    shows('open', '555', 'check'),
  ]);
  expect(shown.map(({ client }) => client)).toEqual(['ready', 'sent', 'confirm']);
});

it('a masked number agrees with the whole one, which stands; two that disagree are none', () => {
  const same = [shows('paul', '8086'), shows('paul', '978408086')];
  expect(numbersInBatch(same)).toEqual([{ client: 'paul', sin: '978408086' }]);
  expect(numbersInBatch([...same, shows('paul', '8087')])).toEqual([]);
});

it('an open line may be vouched for where its client, or one that it offers, is known now', () => {
  const known = new Set([id('paul')]);
  expect(mayBeVouchedFor(row('unmatched', null, ['luc', 'paul']), known)).toBe(true);
  expect(mayBeVouchedFor(row('check', 'paul'), known)).toBe(true);
  expect(mayBeVouchedFor(row('unmatched', null, ['luc']), known)).toBe(false);
  expect(mayBeVouchedFor(row('blocked', 'paul'), known)).toBe(false);
});
