import { describe, expect, it } from 'vitest';
import { isValidBusinessNumber, parseBusinessNumber } from '../../../src/core/identifiers/business-number';
import { dateOfSerial, parseDate } from '../../../src/core/identifiers/date';
import { parseEmail } from '../../../src/core/identifiers/email';
import { isEnterpriseNumber, parseEnterpriseNumber } from '../../../src/core/identifiers/enterprise-number';
import { passesLuhn } from '../../../src/core/identifiers/luhn';
import { maskSin } from '../../../src/core/identifiers/masking';
import { parsePhone } from '../../../src/core/identifiers/phone';
import { parsePostalCode } from '../../../src/core/identifiers/postal-code';
import { isValidSin, parseSin } from '../../../src/core/identifiers/sin';

describe('Luhn', () => {
  it.each([
    ['046454286', true],
    ['130692544', true],
    ['123456789', false],
    ['000000000', true],
    ['4539148803436467', true],
    ['', false],
    ['04645428a', false],
  ])('%s → %s', (digits, expected) => expect(passesLuhn(digits)).toBe(expected));
});

describe('SIN', () => {
  it('accepts the published fictitious numbers, refuses all zeros and a failed check digit', () => {
    expect(isValidSin('046454286')).toBe(true);
    expect(isValidSin('130692544')).toBe(true);
    expect(isValidSin('000000000')).toBe(false);
    expect(isValidSin('123456789')).toBe(false);
    expect(isValidSin('46454286')).toBe(false);
  });

  it.each(['046 454 286', '046-454-286', '046.454.286', '046454286', ' 046\u00a0454\u00a0286 ', '046–454–286'])(
    'reads %j',
    (cell) => expect(parseSin(cell)).toEqual({ kind: 'sin', digits: '046454286', luhn: true, zeroRestored: false }),
  );

  it('keeps a number that fails Luhn, marked', () =>
    expect(parseSin('123456789')).toEqual({ kind: 'sin', digits: '123456789', luhn: false, zeroRestored: false }));

  it('restores lost leading zeros only when Luhn then holds', () => {
    expect(parseSin('46454286')).toEqual({ kind: 'sin', digits: '046454286', luhn: true, zeroRestored: true });
    expect(parseSin('46454287')).toEqual({ kind: 'malformed' });
  });

  it('tells a stated absence from a blank', () => {
    expect(parseSin('000000000')).toEqual({ kind: 'absent', stated: true });
    expect(parseSin('000 000 000')).toEqual({ kind: 'absent', stated: true });
    expect(parseSin('0')).toEqual({ kind: 'absent', stated: true });
    expect(parseSin('  ')).toEqual({ kind: 'absent', stated: false });
  });

  it.each([
    ['*****1234', '1234'],
    ['XXX XXX 286', '286'],
    ['••• ••• 286', '286'],
  ])('knows the mask of %j', (cell, ending) => expect(parseSin(cell)).toEqual({ kind: 'masked', ending }));

  it.each(['46454286.0', '04645428', '0464542860', '046 4542 86', 'aucun'])('finds %j malformed', (cell) =>
    expect(parseSin(cell).kind).toBe('malformed'),
  );

  it('is masked but for its last three digits', () => expect(maskSin('123456782')).toBe('••• ••• 782'));
});

describe('business and enterprise numbers', () => {
  it('keeps the program account apart', () => {
    const expected = { kind: 'business-number', digits: '123026635', luhn: true, zeroRestored: false };
    expect(parseBusinessNumber('123026635')).toEqual({ ...expected, programAccount: null });
    expect(parseBusinessNumber('123 026 635 rc 0001')).toEqual({ ...expected, programAccount: 'RC0001' });
    expect(parseBusinessNumber('12302-6635-RC0001')).toEqual({ ...expected, programAccount: 'RC0001' });
  });

  it('warns on Luhn, refuses other shapes, treats zeros as absent', () => {
    expect(parseBusinessNumber('123026636')).toMatchObject({ luhn: false });
    expect(parseBusinessNumber('1234').kind).toBe('malformed');
    expect(parseBusinessNumber('').kind).toBe('absent');
    expect(parseBusinessNumber('000000000').kind).toBe('absent');
    expect(isValidBusinessNumber('000000000')).toBe(false);
  });

  it('knows a NEQ by its first two digits', () => {
    expect(isEnterpriseNumber('1162345678')).toBe(true);
    expect(parseEnterpriseNumber('88 1234 5678')).toBe('8812345678');
    expect(parseEnterpriseNumber('4412345678')).toBeNull();
    expect(parseEnterpriseNumber('116234567')).toBeNull();
  });
});

describe('e-mail, postal code, telephone', () => {
  it.each([
    [' Marie.Tremblay@Exemple.CA ', 'marie.tremblay@exemple.ca'],
    ['mailto:a@b.example', 'a@b.example'],
    ['<a@b.example>', 'a@b.example'],
    ["o'neil+impot@sous.exemple.ca", "o'neil+impot@sous.exemple.ca"],
    ['a@b', null],
    ['a@b.ca; c@d.ca', null],
    ['a b@c.ca', null],
    ['a..b@c.ca', null],
    ['.a@c.ca', null],
    ['a@-c.ca', null],
    ['aucun', null],
  ])('e-mail %j → %j', (cell, expected) => expect(parseEmail(cell)).toBe(expected));

  it.each([
    ['h2x1y4', 'H2X 1Y4'],
    ['H2X-1Y4', 'H2X 1Y4'],
    ['H2X  1Y4', 'H2X 1Y4'],
    ['D2X 1Y4', null],
    ['H2X 1Y', null],
    ['90210', null],
  ])('postal code %j → %j', (cell, expected) => expect(parsePostalCode(cell)).toBe(expected));

  it.each([
    ['514 555-0123', '+15145550123', '(514) 555-0123'],
    ['(514) 555-0123', '+15145550123', '(514) 555-0123'],
    ['1-514-555-0123', '+15145550123', '(514) 555-0123'],
    ['5145550123', '+15145550123', '(514) 555-0123'],
    ['514 555-0123 poste 204', '+15145550123', '(514) 555-0123 ext. 204'],
    ['+33 1 42 68 53 00', '+33142685300', '01 42 68 53 00'],
  ])('telephone %j', (cell, e164, national) => expect(parsePhone(cell)).toEqual({ e164, national }));

  it.each(['', '555', 'aucun', '000'])('telephone %j is none', (cell) => expect(parsePhone(cell)).toBeNull());
});

describe('dates', () => {
  it.each([
    ['1984-03-09', '1984-03-09'],
    ['1984/03/09', '1984-03-09'],
    ['19840309', '1984-03-09'],
    ['1984-03-09 00:00:00', '1984-03-09'],
    ['09/03/1984', '1984-03-09'],
    ['9-3-1984', '1984-03-09'],
    ['03/25/1984', '1984-03-25'],
    ['30 avr 2025', '2025-04-30'],
    ['1er août 1970', '1970-08-01'],
    ['15 févr. 2001', '2001-02-15'],
    ['Apr 30, 2025', '2025-04-30'],
    ['April 30, 2025', '2025-04-30'],
    ['30-Apr-2025', '2025-04-30'],
    ['31/02/2001', null],
    ['2023-02-29', null],
    ['2024-02-29', '2024-02-29'],
    ['13/13/1984', null],
    ['hier', null],
    ['30 xyz 2025', null],
  ])('%j → %j', (cell, expected) => expect(parseDate(cell)).toBe(expected));

  it('reads spreadsheet serials of both epochs', () => {
    expect(dateOfSerial(45777, false)).toBe('2025-04-30');
    expect(dateOfSerial(45777 - 1462, true)).toBe('2025-04-30');
    expect(dateOfSerial(1, false)).toBe('1900-01-01');
    expect(dateOfSerial(59, false)).toBe('1900-02-28');
    expect(dateOfSerial(61, false)).toBe('1900-03-01');
    expect(dateOfSerial(30_750.75, false)).toBe('1984-03-09');
    expect(dateOfSerial(0, false)).toBeNull();
    expect(dateOfSerial(1e12, false)).toBeNull();
    expect(dateOfSerial(Number.NaN, false)).toBeNull();
  });
});
