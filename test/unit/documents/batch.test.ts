import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBatchShift } from '../../../src/core/documents/batch-shift';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { deliveryText, deliveryTexts } from '../../../src/core/documents/delivery-key';
import type { DocumentRow } from '../../../src/core/documents/document-row';
import { judgeBatch } from '../../../src/core/documents/judge-batch';
import type { BatchMember } from '../../../src/core/documents/judge-batch';
import { needsNewSignature } from '../../../src/core/documents/re-sign';
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

describe('shifts that are no clean slide', () => {
  const pair = (named: number, shown: number | null) => ({
    named: id(named),
    shown: shown === null ? null : id(shown),
  });

  it('three names gone round, far apart, two of them among right files: a ring', () => {
    const right = (from: number) => Array.from({ length: 12 }, (_, index) => pair(from + index, from + index));
    const ring = [pair(1, 2), ...right(10), pair(2, 3), ...right(30), pair(3, 1)];
    expect(findBatchShift(ring)).not.toBeNull();
    // The same three as two swaps: each is a mistake of its own.
    const swaps = [pair(1, 2), ...right(10), pair(2, 1), ...right(30), pair(1, 3), pair(3, 1)];
    expect(findBatchShift(swaps)).toBeNull();
  });

  it('a name that two clients bear closes a ring, and so does a last content that nobody can read', () => {
    const right = (from: number) => Array.from({ length: 12 }, (_, index) => pair(from + index, from + index));
    const either = { named: null, shown: id(2), mayBe: [id(1), id(9)] };
    expect(findBatchShift([either, ...right(10), pair(2, 3), ...right(30), pair(3, 1)])).not.toBeNull();
    const unread = { named: id(3), shown: null, denies: true };
    expect(findBatchShift([pair(1, 2), pair(2, 3), pair(50, 50), unread])).not.toBeNull();
    // Far apart they are three mistakes.
    expect(findBatchShift([pair(1, 2), ...right(60), unread, ...right(80), pair(2, 3)])).toBeNull();
  });

  it('any run of three or more names slid by one, its ends meeting, in any batch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 40 }),
        fc.nat(40),
        fc.integer({ min: 3, max: 40 }),
        fc.boolean(),
        (...it) => {
          const [length, from, run, back] = it;
          const size = from + run + length;
          const files = Array.from({ length: size }, (_, index) => {
            const inRun = index >= from && index < from + run;
            const step = back ? run - 1 : 1;
            return pair(inRun ? from + ((index - from + step) % run) : index, index);
          });
          expect(findBatchShift(files)).not.toBeNull();
        },
      ),
    );
  });

  it('with a second copy, and a file nobody can read, put between', () => {
    const files = [pair(0, 0), pair(2, 1), pair(1, 1), pair(3, 2), pair(9, null), pair(3, 3), pair(1, 3), pair(4, 4)];
    expect(findBatchShift(files)).not.toBeNull();
  });

  it('turned end for end', () => {
    expect(findBatchShift([5, 4, 3, 2, 1, 0].map((shown, named) => pair(named, shown)))).toBe(0);
  });

  it.each([
    ['two swaps side by side', [1, 0, 3, 2]],
    ['two swaps side by side, one content unreadable', [1, 0, null, 2]],
    ['one swap around right files', [3, 1, 2, 0]],
    ['two swaps one inside the other', [3, 2, 1, 0]],
    ['a far coincidence', [10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 11]],
  ] as const)('%s: no shift', (_, shown) =>
    expect(findBatchShift(shown.map((content, named) => pair(named, content)))).toBeNull(),
  );
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

const member = (
  name: string,
  over: Partial<DocumentRow> = {},
  province: string | null = null,
  client = eve,
): BatchMember => ({
  row: { ...row(name, client), ...over },
  sha256: name,
  deliveryKey: name,
  yearEndProvince: province,
  resigns: false,
  witness: { shown: client.id },
  filing: { periodEnd: null, returnKind: 'initial' },
});

describe('within the batch', () => {
  it('the same bytes twice: the later is blocked', () => {
    const [first, second] = judgeBatch(
      [
        { ...member('a', {}), sha256: '1', deliveryKey: 'k' },
        { ...member('b', {}), sha256: '1', deliveryKey: 'k' },
      ],
      new Set(),
      office,
    );
    expect([first?.status, second?.status]).toEqual(['ready', 'blocked']);
  });

  it('two versions of one form: the first is to be checked, the later blocked', () => {
    const [first, second] = judgeBatch(
      [
        { ...member('a', {}), sha256: '1', deliveryKey: 'k' },
        { ...member('b', {}), sha256: '2', deliveryKey: 'k' },
      ],
      new Set(),
      office,
    );
    expect([first?.status, second?.status]).toEqual(['check', 'blocked']);
  });

  it('documents that disagree on the SIN of a client whose list has none are to be checked, each of them', () => {
    const luc = testClient('luc', 'Luc Noir');
    const showing = (name: string, client: typeof luc, printed?: string, over: Partial<DocumentRow> = {}) => ({
      ...member(name, over, null, client),
      witness: { shown: client.id, ...(printed === undefined ? {} : { printed }) },
    });
    const statuses = (...members: readonly BatchMember[]) =>
      judgeBatch(members, new Set(), office).map(({ status, issues }) =>
        issues.some(({ code }) => code === 'number-disputed') ? 'disputed' : status,
      );
    const [whole, tail] = [showing('a', eve, '978408086'), showing('b', eve, '086')];
    expect(statuses(whole, tail, showing('c', luc, '018907402'))).toEqual(['ready', 'ready', 'ready']);
    expect(statuses(whole, tail, showing('c', eve, '087'))).toEqual(['disputed', 'disputed', 'disputed']);
    expect(statuses(whole, showing('c', luc, '978408086'))).toEqual(['disputed', 'disputed']);
    // Three digits may well be two people's, and a document that is nobody's says nothing.
    expect(statuses(tail, showing('c', luc, '086'))).toEqual(['ready', 'ready']);
    expect(statuses(whole, showing('c', eve, '087', { status: 'blocked' }))).toEqual(['ready', 'blocked']);
  });

  it('what was delivered is « Déjà envoyé », whatever else', () => {
    const [judged] = judgeBatch([{ ...member('a', {}), sha256: '1', deliveryKey: 'k' }], new Set(['k']), office);
    expect(judged?.status).toBe('already-sent');
  });

  it('a missing spouse is a note, and only when missing', () => {
    const alone = judgeBatch([{ ...member('a', {}), sha256: '1', deliveryKey: 'k' }], new Set(), office);
    expect([alone[0]?.status, codes(alone[0])]).toEqual(['ready', ['spouse-missing']]);
    const both = judgeBatch(
      [
        { ...member('a', {}), sha256: '1', deliveryKey: 'k' },
        { ...member('b', {}, null, luc), sha256: '2', deliveryKey: 'l' },
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

it('what left by a list without the client’s SIN is known again by a list that has it, and the other way round', () => {
  const returned = { periodEnd: null, returnKind: 'initial', taxYear: 2025 } as const;
  const without = testClient('w', 'Zoé D’Or', { code: '42' });
  const listed = { ...without, sin: '046454286' };
  expect(deliveryTexts(listed, 'T183', returned)).toContain(deliveryText(without, 'T183', returned));
  expect(deliveryTexts(without, 'T183', returned, ['046454286'])).toContain(deliveryText(listed, 'T183', returned));
  expect(deliveryTexts(without, 'T183', returned)).toEqual([deliveryText(without, 'T183', returned)]);
});

describe('said before sending', () => {
  it('a Quebec form of somebody whose return says Ontario on 31 December', () => {
    const judge = (province: string) =>
      judgeBatch(
        [member('t1', { form: 'T1' }, province), member('tp', { form: 'TP-1000.TE' }), member('t183', {})],
        new Set(),
        office,
      ).map(({ status }) => status);
    expect(judge('ON')).toEqual(['ready', 'check', 'ready']);
    // Moved to Ontario since: the return still says Quebec.
    expect(judge('QC')).toEqual(['ready', 'ready', 'ready']);
    // A return that found nobody is still that of whom it shows.
    const unfound = { ...member('t1', { form: 'T1', client: null, status: 'unmatched' }, 'ON'), deliveryKey: null };
    const [, form] = judgeBatch([unfound, member('tp', { form: 'TP-1000.TE' })], new Set(), office);
    expect(form?.status).toBe('check');
  });

  it('a T183 whose refund moved under the signature given', () => {
    const [judged] = judgeBatch([{ ...member('a', {}), resigns: true }], new Set(), office);
    expect([judged?.status, codes(judged)]).toEqual(['check', ['needs-new-signature', 'spouse-missing']]);
    expect(needsNewSignature('T183', 900, 1201)).toBe(true);
    expect(needsNewSignature('T183', 900, 1200)).toBe(false);
    expect(needsNewSignature('T183', 200, -200)).toBe(true);
    expect(needsNewSignature('T183', null, 5000)).toBe(false);
  });

  const wrong = { status: 'blocked', concordance: { grade: 'contradiction', evidence: [] } } as const;
  const ofLuc = { shown: luc.id, byName: true };

  it('a document that contradicts its file name is nobody’s duplicate', () => {
    const [first, second] = judgeBatch(
      [
        { ...member('a', wrong), deliveryKey: 'k', witness: ofLuc },
        { ...member('b'), deliveryKey: 'k' },
      ],
      new Set(),
      office,
    );
    expect([first?.status, second?.status]).toEqual(['blocked', 'ready']);
  });

  it.each([
    ['under a name that contradicts it', { ...member('a', wrong) }],
    ['under a name that finds nobody', { ...member('a', { client: null, status: 'unmatched' }), deliveryKey: null }],
  ])('another version of the same return, %s: which one is right is to be checked', (_, other) => {
    const mine = { ...member('b'), refund: 900 };
    const judge = (stray: BatchMember) => judgeBatch([stray, mine], new Set(), office)[1];
    const version = { ...other, refund: 1400, witness: { ...other.witness, byName: true } };
    expect([judge(version)?.status, codes(judge(version))]).toEqual(['check', ['version-elsewhere', 'spouse-missing']]);
    expect(judge({ ...version, witness: ofLuc })?.status).toBe('ready');
    expect(judge({ ...version, filing: { periodEnd: null, returnKind: 'amended' } })?.status).toBe('ready');
    // The same figures are the same return, printed twice; and a number alone makes nobody's return.
    expect(judge({ ...version, refund: 900 })?.status).toBe('ready');
    expect(judge({ ...version, witness: { ...other.witness, byName: false } })?.status).toBe('ready');
  });

  it('the same bytes under a name that finds nobody: somebody looks, for assigned they would go twice', () => {
    const mine = member('b');
    const judge = (stray: BatchMember) => judgeBatch([stray, mine], new Set(), office)[1];
    const copy = { sha256: mine.sha256, witness: { ...mine.witness, byName: true } };
    const lost = { ...member('a', { client: null, status: 'unmatched' }), ...copy, deliveryKey: null };
    expect([judge(lost)?.status, codes(judge(lost))?.[0]]).toEqual(['check', 'duplicate-in-batch']);
    expect(judge({ ...member('a', wrong), ...copy })?.status).toBe('ready');
  });
});
