import { describe, expect, it } from 'vitest';
import { parseFileName } from '../../../src/core/documents/file-name';
import { parseOfficeTemplate } from '../../../src/core/documents/nomenclature/office-template';

function read(pattern: string, path: string) {
  const template = parseOfficeTemplate(pattern);
  return template.ok ? parseFileName(path, 'N9', template.value) : template.error.code;
}

describe('the office’s own nomenclature', () => {
  it.each([
    [
      '{lastName}, {firstName} ({id})',
      'Côté, Ève (046454286).pdf',
      { name: 'Ève Côté', identifier: { digits: '046454286' } },
    ],
    [
      '{ignore}_{lastName}_{firstName}_{clientNumber}_{year}',
      'v2_Côté-Roy_Ève_1962_2025.pdf',
      { name: 'Ève Côté-Roy', clientNumber: '1962', taxYear: 2025 },
    ],
    [
      '{doc} {year} {id} {ignore}',
      'TP-1000.TE 2025 *****4286 v1.pdf',
      { form: 'TP-1000.TE', identifier: { kind: 'masked', suffix: '4286' } },
    ],
    // A number in brackets at the end is a copy's, but where the office's own nomenclature ends there.
    ['{lastName}, {firstName} ({clientNumber})', 'Côté, Ève (20).pdf', { name: 'Ève Côté', clientNumber: '20' }],
    ['{lastName}, {firstName} ({clientNumber})', 'Côté, Ève (20) (2).pdf', { name: 'Ève Côté', clientNumber: '20' }],
    ['{lastName}, {firstName}', 'Côté, Ève (2).pdf', { name: 'Ève Côté', clientNumber: null }],
    ['<N1>.<N2>.<YY>.<SEQ>', 'Côté.Ève.25.0007.pdf', { name: 'Ève Côté', taxYear: 2025 }],
  ])('%s reads %s', (pattern, path, expected) =>
    expect(read(pattern, path)).toMatchObject({ naming: 'N9', ...expected }),
  );

  it.each([
    ['{lastNmae} - {id}', 'naming/unknown-token'],
    ['{year}_{seq}', 'naming/names-nobody'],
    ['{firstName}{lastName}', 'naming/ambiguous'],
  ])('%s is refused: %s', (pattern, code) => expect(read(pattern, 'x.pdf')).toBe(code));

  it('a name that does not follow it wholly is not read', () => {
    expect(read('{lastName}, {firstName} ({id})', 'Ève Côté.pdf')).toBeNull();
    expect(read('{doc} {id}', 'brouillon 046454286.pdf')).toBeNull();
  });
});
