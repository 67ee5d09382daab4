import { describe, expect, it } from 'vitest';
import { isReason, journalReason } from '../../../src/core/documents/typed-reason';

describe('a typed reason', () => {
  it.each([
    ['', false],
    ['ok', false],
    ['....... 12345', false],
    ['vérifié au téléphone', true],
  ] as const)('« %s » says something: %s', (text, says) => expect(isReason(text)).toBe(says));

  it('reaches the journal without a person or a number', () => {
    expect(journalReason('Aubépine Geneviève, NAS 999 085 582, confirmé par elle', ['Geneviève Aubépine'])).toBe(
      '••• •••, NAS •••, confirmé par elle',
    );
    expect(journalReason('AUBEPINE a rappelé', ['Geneviève Aubépine'])).toBe('••• a rappelé');
  });
});
