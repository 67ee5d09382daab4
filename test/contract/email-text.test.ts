import { describe, expect, it } from 'vitest';
import { fillPlaceholders, safeSubject } from '../sandbox/email-text';

describe('placeholders', () => {
  it('are filled where known, and pass through where not', () => {
    expect(fillPlaceholders('{a} {b} {constructor} {a}{ a }', { a: 'un' })).toBe('un {b} {constructor} un{ a }');
  });
  it('are not filled twice', () => {
    expect(fillPlaceholders('{a}', { a: '{b}', b: 'deux' })).toBe('{b}');
  });
});

describe('a subject', () => {
  it.each([
    'Votre T183',
    'votre t1 2025',
    'T2, T3',
    'TP-1000.TE',
    'CO-17',
    'MR-69',
    'AUT-01',
    'RC151',
    'Solde de 1 234,56 $',
    'You owe $200',
    'NAS 046 454 286',
    '046454286',
    '046-454-286',
    'Né le 1980-05-12',
    'Né le 12 août 1980',
    'Born May 12, 1980',
  ])('that says too much is replaced: %s', (subject) => {
    expect(safeSubject(subject, 'neutre')).toBe('neutre');
  });
  it.each([
    'Documents à signer',
    'Votre dossier 2025',
    'Cabinet Tremblay : rappel',
    'Appelez le 418 555-0100',
    'Contrat',
  ])('that does not is kept: %s', (subject) => {
    expect(safeSubject(subject, 'neutre')).toBe(subject);
  });
  it('is one line, and never empty', () => {
    expect(safeSubject('a\r\nBcc: b', 'neutre')).toBe('a Bcc: b');
    expect(safeSubject('  ', 'neutre')).toBe('neutre');
  });
});
