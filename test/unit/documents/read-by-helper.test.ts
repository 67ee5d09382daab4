import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { appError } from '../../../src/core/app-error';
import type { ErrorCode } from '../../../src/core/app-error';
import type { RowId } from '../../../src/core/ids';
import { err, ok } from '../../../src/core/result';
import type { Result } from '../../../src/core/result';
import { unsourced } from '../../../workers/documents/batch-item';
import type { UnsourcedItem } from '../../../workers/documents/batch-item';
import { readByHelper } from '../../../workers/documents/read-by-helper';
import type { ShareReader } from '../../../workers/documents/read-by-helper';
import type { Reading } from '../../../workers/documents/read-share';
import { refusedItem } from '../../../workers/documents/refused-item';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reading = (at: number): Reading => ({
  at,
  id: `r${at}` as RowId,
  source: { name: `${at}.pdf`, size: 10, refusal: null, read: async () => err(appError('pdf/empty-file')) },
  how: {},
});

/** What a read document becomes here: its own refusal, so that it is told apart from those that the helper caused. */
const itemOf = ({ id, source }: Reading): UnsourcedItem =>
  unsourced(refusedItem(id, source, appError('pdf/empty-file')));

type Ill = 'dies' | 'dies-once' | 'hangs';

/** A helper that reads a document a second, and falls ill at some places. */
function helperWith(ills: Readonly<Record<number, Ill>>, atStart?: ErrorCode) {
  const asked: number[][] = [];
  let abort: (answer: Result<never>) => void = () => undefined;
  const died = new Set<number>();
  const end = vi.fn(() => abort(err(appError('worker/aborted'))));
  const ask: ShareReader['ask'] = async (readings, onRead) => {
    asked.push(readings.map(({ at }) => at));
    if (atStart !== undefined) return err(appError(atStart));
    for (const { at } of readings) {
      const ill = ills[at];
      if (ill === 'hangs') return new Promise((resolve) => (abort = resolve));
      if (ill === 'dies' || (ill === 'dies-once' && !died.has(at))) {
        died.add(at);
        return err(appError('worker/crashed'));
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      onRead(at);
    }
    return ok(readings.map(itemOf));
  };
  return { helper: { ask, end }, asked, end };
}

async function readUnder(ills: Readonly<Record<number, Ill>>, atStart?: ErrorCode) {
  const { helper, asked, end } = helperWith(ills, atStart);
  const progress = new Set<number>();
  const share = [0, 1, 2, 3].map(reading);
  const answer = readByHelper(share, helper, (at) => progress.add(at));
  await vi.runAllTimersAsync();
  const made = await answer;
  const codes = made.ok ? made.value.map(({ row }) => [row.sourceName, row.refusal?.code]) : made.error.code;
  return { codes, asked, progress: [...progress].sort(), ended: end.mock.calls.length };
}

it('all are read in one go', async () => {
  const { codes, asked, progress } = await readUnder({});
  expect(codes).toEqual([0, 1, 2, 3].map((at) => [`${at}.pdf`, 'pdf/empty-file']));
  expect([asked.length, progress]).toEqual([1, [0, 1, 2, 3]]);
});

it('a document that never ends is refused by name, in its place, and the others are read', async () => {
  const { codes, asked, progress, ended } = await readUnder({ 1: 'hangs' });
  expect(codes).toEqual([
    ['0.pdf', 'pdf/empty-file'],
    ['1.pdf', 'pdf/too-slow'],
    ['2.pdf', 'pdf/empty-file'],
    ['3.pdf', 'pdf/empty-file'],
  ]);
  expect([asked, progress, ended]).toEqual([
    [
      [0, 1, 2, 3],
      [0, 2, 3],
    ],
    [0, 1, 2, 3],
    1,
  ]);
});

it('the first of all is tried again after the others: the helper itself may have been slow to start', async () => {
  const { codes, asked } = await readUnder({ 0: 'hangs' });
  expect(Array.isArray(codes) && codes[0]).toEqual(['0.pdf', 'pdf/too-slow']);
  expect(asked).toEqual([
    [0, 1, 2, 3],
    [1, 2, 3, 0],
    [1, 2, 3],
  ]);
});

it('a helper that dies at a document reads it again after the others; twice, and the document is refused', async () => {
  expect((await readUnder({ 2: 'dies-once' })).codes).toEqual(
    [0, 1, 2, 3].map((at) => [`${at}.pdf`, 'pdf/empty-file']),
  );
  const { codes, asked } = await readUnder({ 2: 'dies' });
  expect(Array.isArray(codes) && codes[2]).toEqual(['2.pdf', 'pdf/damaged']);
  expect(asked).toEqual([
    [0, 1, 2, 3],
    [0, 1, 3, 2],
    [0, 1, 3],
  ]);
});

it('every document may be ill', async () => {
  const { codes } = await readUnder({ 1: 'hangs', 2: 'dies', 3: 'hangs' });
  expect(codes).toEqual([
    ['0.pdf', 'pdf/empty-file'],
    ['1.pdf', 'pdf/too-slow'],
    ['2.pdf', 'pdf/damaged'],
    ['3.pdf', 'pdf/too-slow'],
  ]);
});

it('a helper that cannot start is no document’s fault, and any other failure is the answer', async () => {
  expect((await readUnder({}, 'worker/crashed')).codes).toBe('worker/crashed');
  const { codes, asked } = await readUnder({}, 'vault/damaged-record');
  expect([codes, asked.length]).toEqual(['vault/damaged-record', 1]);
});
