import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORM_CATALOG } from '../../../src/core/forms/catalog';
import { filledText, PLACEHOLDERS, templateParts } from '../../../src/core/templates/placeholders';
import { subjectProblems } from '../../../src/core/templates/subject-problems';
import { isSensitiveSubject } from '../../sandbox/email-text';

/** Words around what must be found: they end with a space or a mark, so that they do not join it. */
const before = fc.constantFrom('', 'Votre dossier : ', '{store} - ', 'À signer (', '« ', 'Rappel, ');
const after = fc.constantFrom('', ' à signer', ')', '.', ' »', ', merci', ' {client}');
const around = (middle: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(before, middle, after).map((parts) => parts.join(''));
const digits = (count: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));
const space = fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009');
const two = (value: number): string => String(value).padStart(2, '0');

const identifier = fc
  .tuple(digits(9), fc.constantFrom('', ' ', '\u00a0', '\u202f', '-', '\u2011', '\u2013', '.'))
  .map(([nine, between]) => [nine.slice(0, 3), nine.slice(3, 6), nine.slice(6)].join(between));
const amount = fc
  .tuple(fc.integer({ min: 1, max: 999 }), digits(3), digits(2), space, fc.boolean(), fc.boolean())
  .map(([thousands, rest, cents, gap, isFrench, isRound]) =>
    isFrench
      ? `${thousands}${gap}${rest}${isRound ? '' : `,${cents}`}${gap}$`
      : `$${thousands},${rest}${isRound ? '' : `.${cents}`}`,
  );
const MONTHS = ['janvier', 'février', 'mai', 'août', 'décembre', 'January', 'May', 'Sept.', 'December'];
const birthDate = fc
  .tuple(
    fc.integer({ min: 1900, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom('-', '/', '.', '\u2013'),
    fc.constantFrom(...MONTHS),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([year, month, day, mark, name, form]) => {
    const forms = [
      [year, two(month), two(day)].join(mark),
      [two(day), two(month), year].join(mark),
      `${year}${two(month)}${two(day)}`,
      `${day} ${name} ${year}`,
      `${name} ${day}, ${year}`,
    ];
    return forms[form] ?? '';
  });
const form = fc
  .tuple(
    fc.constantFrom(
      ...Object.keys(FORM_CATALOG).filter((code) => /\d/.test(code)),
      ...['T4', 'T5', 'T5008', 'RL-1', 'TP-518', 'RC4649', 'T2SCH50'],
    ),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([code, isLower, isDashed]) => {
    const typed = isLower ? code.toLowerCase() : code;
    return isDashed ? typed.replaceAll('-', '\u2011') : typed;
  });

describe('no subject may show', () => {
  it.each([
    ['an amount', amount, 'amount'],
    ['nine digits', identifier, 'identifier'],
    ['a birth date', birthDate, 'date'],
    ['a form', form, 'form'],
  ] as const)('%s, however it is written', (_what, shown, problem) => {
    fc.assert(
      fc.property(around(shown), (subject) => {
        expect(subjectProblems(subject)).toContain(problem);
      }),
      { numRuns: 500 },
    );
  });
});

it('words without figures are never refused, nor a year, nor a phone number', () => {
  const words = fc.array(
    fc.oneof(
      fc.constantFrom(
        'documents',
        'À signer',
        'votre',
        'dossier',
        '2025',
        'Co',
        'mai',
        'T',
        'relevé',
        'TP',
        '{client}',
      ),
      digits(4).map((last) => `418 555-${last}.`),
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(words, (all) => {
      expect(subjectProblems(all.join(', '))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('what the sandbox refuses was refused before it left', () => {
  const pieces = fc.constantFrom(
    ...[
      'T1',
      't183',
      'TP-1',
      'é',
      '_',
      ' ',
      '\u202f',
      '-',
      '.',
      ',',
      '$',
      '123',
      '456',
      '789',
      '5',
      '1980',
      '12',
      'mai',
      'May',
      '/',
      '{store}',
      'a',
    ],
  );
  const text = fc.array(pieces, { maxLength: 14 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, (subject) => {
      if (isSensitiveSubject(subject)) expect(subjectProblems(subject)).not.toEqual([]);
    }),
    { numRuns: 3_000, examples: [['123 456 456123']] },
  );
});

it('the pieces of a text are the text, and filling with the places themselves changes nothing', () => {
  const text = fc.array(fc.oneof(fc.constantFrom('{', '}', '{store}', '{x}', '{link}', '{{'), fc.string()));
  const itself = Object.fromEntries(PLACEHOLDERS.map(({ name }) => [name, `{${name}}`])) as Parameters<
    typeof filledText
  >[1];
  fc.assert(
    fc.property(text, (all) => {
      const whole = all.join('');
      expect(
        templateParts(whole)
          .map((part) => part.text)
          .join(''),
      ).toBe(whole);
      expect(filledText(whole, itself)).toBe(whole);
    }),
  );
});
