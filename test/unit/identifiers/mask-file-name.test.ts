import { describe, expect, it } from 'vitest';
import { maskFileName } from '../../../src/core/identifiers/mask-file-name';

describe('maskFileName', () => {
  it.each([
    ['900000001 - Sorbier.pdf', '••• ••• 001 - Sorbier.pdf'],
    ['Sorbier_900 000 001_T183.pdf', 'Sorbier_••• ••• 001_T183.pdf'],
    ['900-000-001.pdf', '••• ••• 001.pdf'],
    ['lot/900000001/900000002.pdf', 'lot/••• ••• 001/••• ••• 002.pdf'],
    ['2025_900000001_T1.pdf', '2025_••• ••• 001_T1.pdf'],
    ['SORB900000001.pdf', 'SORB••• ••• 001.pdf'],
    ['lot/SORB900000001002.pdf', 'lot/SORB••• ••• 001002.pdf'],
  ])('hides a SIN however it is written: %s', (name, shown) => {
    expect(maskFileName(name)).toBe(shown);
  });

  it.each([
    '2025 T183 - Sorbier.pdf',
    '123456789RC0001 T2.pdf',
    '1234567890.pdf',
    '20251231-1000.pdf',
    'XXX XXX 154.pdf',
  ])('leaves what is no SIN: %s', (name) => {
    expect(maskFileName(name)).toBe(name);
  });
});
