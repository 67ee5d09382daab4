import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBatchShift } from '../../../src/core/documents/batch-shift';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { deliveryText } from '../../../src/core/documents/delivery-key';
import type { DocumentRow } from '../../../src/core/documents/document-row';
import { judgeBatch } from '../../../src/core/documents/judge-batch';
import { refusedRow } from '../../../src/core/documents/refused-row';
import type { LocalClientId, RowId } from '../../../src/core/ids';
import { testClient } from './test-client';

const id = (n: number) => `c${n}` as LocalClientId;
const batch = (shown: readonly (number | null)[]) =>
  shown.map((client, index) => ({ named: id(index), shown: client === null ? null : id(client) }));

describe('batch shift', () => {
  it('three or more files at one offset', () => {
    expect(findBatchShift(batch([1, 2, 3, 4, 4]))).toBe(1);
    expect(findBatchShift(batch([0, 0, 1, 2, 3]))).toBe(-1);
  });
  it('starting in the middle of the batch', () => {
    expect(findBatchShift(batch([0, 1, 2, 4, 5, 6, 7, 8]))).toBe(1);
  });
  it.each([
    ['all right', [0, 1, 2, 3]],
    ['two swapped', [1, 0, 2, 3]],
    ['one wrong of 25', Array.from({ length: 25 }, (_, index) => (index === 7 ? 20 : index))],
    ['two at one offset', [1, 2, 2, 3, 4]],
    ['nothing known', [null, null, null]],
  ] as const)('%s: none', (_, shown) => expect(findBatchShift(batch(shown))).toBeNull());

  it('any offset of any long enough batch is found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 60 }), fc.integer({ min: -3, max: 3 }), (length, offset) => {
        const shown = Array.from({ length }, (_, index) => index + offset).map((n) =>
          n >= 0 && n < length ? n : null,
        );
        expect(findBatchShift(batch(shown))).toBe(offset === 0 ? null : offset);
      }),
    );
  });
});

const eve = testClient('eve', 'Ève Côté', { sin: '046454286', clientNumber: '10', household: 'h', relation: 'head' });
const luc = testClient('luc', 'Luc Côté', { sin: '130692544', clientNumber: '10', household: 'h', relation: 'spouse' });
const office = new ClientDirectory([eve, luc]);
const row = (name: string, client = eve): DocumentRow => ({
  ...refusedRow(name as RowId, `${name}.pdf`, 1, { code: 'pdf/damaged' }),
  status: 'ready',
  refusal: null,
  client: { id: client.id, name: client.name.full },
  form: 'T183',
  taxYear: 2025,
});
const codes = (judged: DocumentRow | undefined) => judged?.issues.map(({ code }) => code);

describe('within the batch', () => {
  it('the same bytes twice: the later is blocked', () => {
    const [first, second] = judgeBatch(
      [
        { row: row('a'), sha256: '1', deliveryKey: 'k', yearEndProvince: null },
        { row: row('b'), sha256: '1', deliveryKey: 'k', yearEndProvince: null },
      ],
      new Set(),
      office,
    );
    expect([first?.status, second?.status]).toEqual(['ready', 'blocked']);
  });

  it('two versions of one form: the first is to be checked, the later blocked', () => {
    const [first, second] = judgeBatch(
      [
        { row: row('a'), sha256: '1', deliveryKey: 'k', yearEndProvince: null },
        { row: row('b'), sha256: '2', deliveryKey: 'k', yearEndProvince: null },
      ],
      new Set(),
      office,
    );
    expect([first?.status, second?.status]).toEqual(['check', 'blocked']);
  });

  it('what was delivered is « Déjà envoyé », whatever else', () => {
    const [judged] = judgeBatch(
      [{ row: row('a'), sha256: '1', deliveryKey: 'k', yearEndProvince: null }],
      new Set(['k']),
      office,
    );
    expect(judged?.status).toBe('already-sent');
  });

  it('a missing spouse is a note, and only when missing', () => {
    const alone = judgeBatch(
      [{ row: row('a'), sha256: '1', deliveryKey: 'k', yearEndProvince: null }],
      new Set(),
      office,
    );
    expect([alone[0]?.status, codes(alone[0])]).toEqual(['ready', ['spouse-missing']]);
    const both = judgeBatch(
      [
        { row: row('a'), sha256: '1', deliveryKey: 'k', yearEndProvince: null },
        { row: row('b', luc), sha256: '2', deliveryKey: 'l', yearEndProvince: null },
      ],
      new Set(),
      office,
    );
    expect(both.map(codes)).toEqual([[], []]);
  });
});

it('the delivery text is made of what every workstation knows', () => {
  const initial = { periodEnd: null, returnKind: 'initial' } as const;
  expect(deliveryText(eve, 'T183', { ...initial, taxYear: 2025 })).toBe('delivery|sin:046454286|T183|2025|initial|1');
  expect(deliveryText(testClient('x', 'Zoé D’Or', { code: '42' }), 'T1', { ...initial, taxYear: 2024 })).toBe(
    'delivery|code:42:or zoe|T1|2024|initial|1',
  );
  const company = testClient('y', 'Boulangerie inc.', { kind: 'corporation', businessNumber: '123026635' });
  expect(deliveryText(company, 'T2', { ...initial, taxYear: 2025 })).toBe('delivery|bn:123026635|T2|2025|initial|1');
  expect(deliveryText(company, 'T2', { taxYear: 2025, periodEnd: '2025-06-30', returnKind: 'amended' })).toBe(
    'delivery|bn:123026635|T2|2025-06-30|amended|1',
  );
});
