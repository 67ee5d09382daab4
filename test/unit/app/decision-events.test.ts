import { expect, it } from 'vitest';
import { decisionEvents } from '../../../src/app/decision-events';
import type { BatchId, RowId } from '../../../src/core/ids';
import { documentId } from '../../fakes/outbox-entries';
import { preparedOf } from '../../fakes/prepared-documents';

const batch = 'b1' as BatchId;
const row = (id: string): RowId => id as RowId;
const document = (id: string) => preparedOf(id, 'zoe');

it('a document that left against its rights is told with the reason; one that stayed is not', () => {
  const despiteRights = [documentId('a'), documentId('c')];
  expect(
    decisionEvents(batch, [], {
      documents: [document('a'), document('b')],
      despiteRights,
      rightsReason: 'nos fichiers',
    }),
  ).toEqual([{ kind: 'rights-overridden', batch, documents: [documentId('a')], reason: 'nos fichiers' }]);
});

it('nothing is told of rights when nothing left against them', () => {
  const asked = { documents: [document('b')], despiteRights: [], rightsReason: 'nos fichiers' };
  expect(decisionEvents(batch, [], asked)).toEqual([]);
});

it('an override is told of a document that left, a set-aside always', () => {
  const decisions = [
    [row('row-a'), { kind: 'override', reason: 'vérifié au téléphone' }],
    [row('row-x'), { kind: 'override', reason: 'jamais parti' }],
    [row('row-y'), { kind: 'set-aside', reason: 'à refaire' }],
    [row('row-b'), { kind: 'confirm' }],
  ] as const;
  const prepared = { documents: [document('a'), document('b')], despiteRights: [], rightsReason: null };
  expect(decisionEvents(batch, decisions, prepared)).toEqual([
    { kind: 'document-overridden', batch, document: documentId('a'), reason: 'vérifié au téléphone' },
    { kind: 'document-set-aside', batch, reason: 'à refaire' },
  ]);
});
