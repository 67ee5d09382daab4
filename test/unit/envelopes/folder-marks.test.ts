import { describe, expect, it } from 'vitest';
import { folderMarks } from '../../../src/core/envelopes/folder-marks';
import { readFollowUp, readLabels } from '../../../src/core/envelopes/read-folder-marks';

describe('labels as they are typed', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    [' ,; \u00a0; ', []],
    ['Saison 2026', ['Saison 2026']],
    ['b, a\u202f; c', ['b', 'a', 'c']],
    ['\u00a0À\u00a0 relancer ,T183', ['À relancer', 'T183']],
    ['À relancer; a relancer, À RELANCER', ['À relancer']],
    // As a Mac pastes it: the accent apart.
    ['E\u0301te\u0301, été', ['Été']],
    ['a\u0007b', ['a b']],
    ['x'.repeat(100), ['x'.repeat(100)]],
  ])('%j are %j', (typed, labels) => {
    expect(readLabels(typed)).toEqual({ ok: true, value: labels });
  });

  it('one that the contract does not take is said, never cut', () => {
    const long = 'x'.repeat(101);
    expect(readLabels(`a, ${long}`)).toEqual({ ok: false, error: { kind: 'too-long', label: long } });
  });

  it('at most fifty, each counted once', () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => `e${n}`).join(',');
    expect(readLabels(`${many(50)}, E0`)).toMatchObject({ ok: true });
    expect(readLabels(many(51))).toEqual({ ok: false, error: { kind: 'too-many', count: 51 } });
  });
});

describe('the day to follow up', () => {
  const today = '2026-04-30';
  it.each([
    ['', { ok: true, value: null }],
    ['2026-04-30', { ok: true, value: '2026-04-30' }],
    ['2028-02-29', { ok: true, value: '2028-02-29' }],
    ['2026-04-29', { ok: false, error: 'past' }],
    ['2027-02-29', { ok: false, error: 'no-day' }],
    ['2026-5-15', { ok: false, error: 'no-day' }],
    ['20260515', { ok: false, error: 'no-day' }],
    ['202605-05-15', { ok: false, error: 'no-day' }],
    [null, { ok: false, error: 'no-day' }],
  ] as const)('%j is %j', (typed, expected) => {
    expect(readFollowUp(typed, today)).toEqual(expected);
  });
});

it('marks are absent rather than empty', () => {
  expect(folderMarks([], null)).toEqual({});
  expect(folderMarks(['a'], null)).toEqual({ labels: ['a'] });
  expect(folderMarks([], '2026-05-15')).toEqual({ followUpOn: '2026-05-15' });
});
