import { expect, it } from 'vitest';
import { nameTokens } from '../../../src/core/clients/name-tokens';

it.each([
  ["Jean-François D'Amour, St-Pierre", ['jean', 'francois', 'd', 'amour', 'st', 'pierre']],
  ['  ÉMILIE   de la Durantaye ', ['emilie', 'de', 'la', 'durantaye']],
  ['9475-3381 Québec inc.', ['9475', '3381', 'quebec', 'inc']],
  ['Cœur', ['coeur']],
  ['', []],
])('%j', (name, tokens) => expect(nameTokens(name)).toEqual(tokens));

it('reads decomposed accents as composed ones', () => {
  expect(nameTokens('Hélène'.normalize('NFD'))).toEqual(nameTokens('Hélène'.normalize('NFC')));
});
