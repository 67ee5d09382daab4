import { describe, expect, it } from 'vitest';
import type { RowId } from '../../../src/core/ids';
import { NO_DECISIONS, outlookOf } from '../../../src/features/documents-sending/documents-decisions';
import { fakeDocumentRow } from '../../fakes/fake-rows';

describe('outlookOf', () => {
  const placed = fakeDocumentRow('a', 'Zoé Fictive');
  const rows = [
    placed,
    // A second form to sign of the same person joins the envelope; a letter to read makes another.
    fakeDocumentRow('b', 'Zoé Fictive', { client: placed.client, form: 'TP-1000.TE' }),
    fakeDocumentRow('c', 'Zoé Fictive', { client: placed.client, placement: { kind: 'none-needed' } }),
    fakeDocumentRow('d', 'Réal Inventé', { status: 'confirm' }),
    fakeDocumentRow('e', 'Odile Fictive', { status: 'blocked' }),
    fakeDocumentRow('f', null),
  ];

  it('counts envelopes by person and purpose', () => {
    expect(outlookOf(rows, NO_DECISIONS)).toEqual({
      counts: { ready: 3, confirm: 1, check: 0, blocked: 1, unmatched: 1, 'already-sent': 0, refused: 0 },
      documents: 3,
      envelopes: 2,
      people: 1,
      staying: { confirm: 1, check: 0, blocked: 1, unmatched: 1, 'already-sent': 0, refused: 0, setAside: 0, ready: 0 },
    });
  });

  it('keeps back what is set aside, ready or not', () => {
    const aside = { kind: 'set-aside', reason: 'à part' } as const;
    const outlook = outlookOf(
      rows,
      new Map([
        ['a' as RowId, aside],
        ['e' as RowId, aside],
      ]),
    );
    expect(outlook).toMatchObject({ documents: 2, staying: { setAside: 2, blocked: 0 } });
  });
});
