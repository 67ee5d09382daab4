import { describe, expect, it } from 'vitest';
import { softwareOfFile } from '../../../src/features/clients-sync/clients-form';
import { shownPhone } from '../../../src/features/clients-sync/shown-phone';
import { taxYears } from '../../../src/features/documents-sending/documents-form';
import { withEntry, withMember, withoutKey } from '../../../src/ui/copy-on-write';
import { remainingSeconds } from '../../../src/ui/remaining-time';

describe('softwareOfFile', () => {
  it.each([
    ['Clients.CSV', 'dt-max'],
    ['liste.2025.xlsx', 'taxprep'],
    ['liste.xls', 'taxprep'],
    ['liste.pdf', null],
    ['sans-extension', null],
  ])('%s', (name, expected) => expect(softwareOfFile(name)).toBe(expected));
});

describe('taxYears', () => {
  it('starts with the year before this one', () => {
    expect(taxYears(new Date(2026, 0, 1))).toEqual([2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018]);
  });
});

describe('shownPhone', () => {
  it.each([
    ['+14185550131', '418\u00a0555-0131'],
    ['+33142685300', '+33142685300'],
    ['514', '514'],
  ])('%s', (e164, expected) => expect(shownPhone(e164)).toBe(expected));
});

describe('remainingSeconds', () => {
  it('follows the pace so far', () => {
    expect(remainingSeconds({ startedAt: 1000, now: 3000, done: 20, total: 100 })).toBe(8);
  });

  it('says nothing while too little is known, or at the end', () => {
    expect(remainingSeconds({ startedAt: 0, now: 500, done: 50, total: 100 })).toBeNull();
    expect(remainingSeconds({ startedAt: 0, now: 5000, done: 1, total: 100 })).toBeNull();
    expect(remainingSeconds({ startedAt: 0, now: 5000, done: 100, total: 100 })).toBeNull();
    expect(remainingSeconds({ startedAt: 0, now: 5000, done: 0, total: 0 })).toBeNull();
  });
});

describe('copy on write', () => {
  it('leaves the one before as it was', () => {
    const map = new Map([['a', 1]]);
    expect([...withEntry(map, 'b', 2)]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect([...withoutKey(map, 'a')]).toEqual([]);
    expect([...map]).toEqual([['a', 1]]);
    const set = new Set(['x']);
    expect([...withMember(set, 'y', true)]).toEqual(['x', 'y']);
    expect([...withMember(set, 'x', false)]).toEqual([]);
    expect([...withMember(undefined, 'x', true)]).toEqual(['x']);
    expect([...set]).toEqual(['x']);
  });
});
