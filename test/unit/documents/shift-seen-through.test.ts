import { describe, expect, it } from 'vitest';
import { findBatchShift } from '../../../src/core/documents/batch-shift';
import type { ShiftWitness } from '../../../src/core/documents/batch-shift';
import type { LocalClientId } from '../../../src/core/ids';

const id = (name: string) => name as LocalClientId;
const file = (named: string | null, shown: string | null, more: Partial<ShiftWitness> = {}): ShiftWitness => ({
  named: named === null ? null : id(named),
  shown: shown === null ? null : id(shown),
  ...more,
});

describe('a run of three names slid by one, not all of which can be read', () => {
  it('one name is nobody’s of the list', () => {
    expect(findBatchShift([file('a', 'b'), file(null, 'a'), file('b', 'c')])).not.toBeNull();
  });

  it('one name may be that of several, or of somebody near', () => {
    expect(
      findBatchShift([file('a', 'b'), file(null, 'a', { mayBe: [id('c'), id('d')] }), file('b', 'c')]),
    ).not.toBeNull();
  });

  it('one content may be that of two namesakes', () => {
    const files = [file('a', 'b'), file('c', null, { denies: true, mayShow: [id('a'), id('z')] }), file('b', 'c')];
    expect(findBatchShift(files)).not.toBeNull();
  });
});

it('two swaps that share a person, with copies between them, are two mistakes', () => {
  const files = [file('a', 'b'), file('c', 'b'), file('b', 'b'), file('b', 'b'), file('b', 'a'), file('a', 'a')];
  expect(findBatchShift([...files, file('b', 'c'), file('c', 'c')])).toBeNull();
});
