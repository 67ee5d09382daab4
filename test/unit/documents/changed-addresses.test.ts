import { expect, it } from 'vitest';
import { changedAddresses } from '../../../src/core/documents/changed-addresses';
import { testClient } from './test-client';

const DAY = '2026-04-30';
const before = testClient('c', 'Jean Fictif');
const asked = (over: Parameters<typeof testClient>[2]) =>
  changedAddresses([{ previous: before, next: testClient('c', 'Jean Fictif', over) }], DAY).map(([, email]) => email);

it('names the clients whose documents go elsewhere now, and those that go nowhere until decided', () => {
  expect(asked({ email: 'nouvelle@example.com' })).toEqual(['nouvelle@example.com']);
  expect(asked({ emailHeld: 'nouvelle@example.com' })).toEqual([null]);
  expect(asked({ deceased: true })).toEqual([null]);
  expect(asked({ clientNumber: 'C-9' })).toEqual([]);
});

it('says nothing of a client who was not known: nothing was prepared for them', () => {
  expect(changedAddresses([{ previous: null, next: before }], DAY)).toEqual([]);
});
