import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText } from '../../../src/core/fold-text';

/** The rule written out, without its short cuts. */
const spelledOut = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

it.each([
  ['  Déclaration   de REVENUS ', 'declaration de revenus'],
  ['Cœur de l’Île — Æ', "coeur de l'ile - ae"],
  ['L`Épiphanie\u00a0: 12', "l'epiphanie : 12"],
  ['Numéro', 'numero'],
])('%s is compared as « %s »', (text, folded) => expect(foldText(text)).toBe(folded));

it('short cuts give what the rule gives, for any text', () => {
  const letters = fc.constantFrom(..." \t\u00a0aZ9`'’-–éÉœŒæıİß\u0301\u0345ﬁ中𝒜\u1ab0٣ǅ");
  const mixed = fc.array(letters, { maxLength: 12 }).map((chars) => chars.join(''));
  fc.assert(
    fc.property(fc.oneof(mixed, fc.string(), fc.string({ unit: 'binary' })), (text) => {
      expect(foldText(text)).toBe(spelledOut(text));
    }),
    { numRuns: 2000 },
  );
});
