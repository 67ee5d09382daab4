import { describe, expect, it } from 'vitest';
import { nameAgreement } from '../../../src/core/clients/name-agreement';
import { nameFromParts, nameFromWhole } from '../../../src/core/clients/person-name';
import { properCase } from '../../../src/core/clients/proper-case';

describe('agreement of two names', () => {
  it.each([
    ['Émilie Bécassine', 'EMILIE BECASSINE', 'agreeing'],
    ['Bécassine, Émilie', 'Émilie Bécassine', 'agreeing'],
    ['Jean-Philippe Gagnebois', 'Jean Philippe Gagnebois', 'agreeing'],
    ['Marie-Ève de la Bruyère', 'Marie-Ève Bruyère', 'agreeing'],
    ["Étienne D'Épinette", 'Etienne Depinette', 'agreeing'],
    ['Luc Le Blanc', 'LEBLANC Luc', 'agreeing'],
    ["Heather O'Goldfinch", 'Ogoldfinch Heather', 'agreeing'],
    ['Marie de la Bruyère', 'Marie Labruyère', 'near'],
    ["Luc de l'Étoile", "L'Étoile, Luc", 'agreeing'],
    ['François St-Érable', 'François Saint-Érable', 'agreeing'],
    ['Mme Émilie Bécassine', 'Émilie Bécassine', 'agreeing'],
    ['Émilie M. Bécassine', 'Émilie Bécassine', 'agreeing'],
    ['Jean P. Alizé', 'Jean Paul Alizé', 'agreeing'],
    ['9475-3381 Québec inc.', '9475-3381 QUEBEC INC', 'agreeing'],
    ['Moulin Imaginaire ltée', 'Moulin Imaginaire Limited', 'agreeing'],
    ['Jean-Phillipe Gagnebois', 'Jean-Philippe Gagnebois', 'near'],
    ['Margueritte Tilleul', 'Marguerite Tilleul', 'near'],
    ['Jean Alizé', 'Jean-Paul Alizé', 'near'],
    ['J. Alizé', 'Jean Alizé', 'near'],
    ['Louis Alizé', 'Louise Alizé', 'near'],
    ['Marie Alizé-Bise', 'Marie Alizé', 'near'],
    ['Marie Alizé', 'Marie Bise', 'different'],
    ['Luc Alizé', 'Paul Alizé', 'different'],
    ['Luc Alizé', 'Lou Alizé', 'different'],
    ['9475-3381 Québec inc.', '9475-3382 Québec inc.', 'different'],
    ['', 'Luc Alizé', 'different'],
  ] as const)('%j and %j: %s', (a, b, expected) => {
    expect(nameAgreement(a, b)).toBe(expected);
    expect(nameAgreement(b, a)).toBe(expected);
  });
});

describe('capitals', () => {
  it.each([
    ['MARIE-ÈVE', 'Marie-Ève'],
    ['DE LA DURANTAYE', 'de la Durantaye'],
    ["D'AMOUR", "D'Amour"],
    ["O'GOLDFINCH", "O'Goldfinch"],
    ['MCSPARROW', 'McSparrow'],
    ['ST-ÉRABLE', 'St-Érable'],
    ['LE BLANC', 'Le Blanc'],
    ['LA RUE', 'La Rue'],
    ['VAN DER BISE', 'van der Bise'],
    ['ALIZÉ III', 'Alizé III'],
    ['De la Bruyère', 'De la Bruyère'],
    ['éloi', 'éloi'],
    ['', ''],
  ])('%j → %j', (name, expected) => expect(properCase(name)).toBe(expected));
});

describe('a name from cells', () => {
  it('from two columns', () => {
    expect(nameFromParts('ÉLOI', 'ALIZÉ')).toEqual({ full: 'Éloi Alizé', first: 'Éloi', last: 'Alizé' });
    expect(nameFromParts('*', 'Zéphyr')).toEqual({ full: 'Zéphyr', first: null, last: 'Zéphyr' });
    expect(nameFromParts('', 'ALIZÉ, Éloi')).toEqual({ full: 'Éloi Alizé', first: 'Éloi', last: 'Alizé' });
    expect(nameFromParts('*', '*')).toEqual({ full: '', first: null, last: null });
  });

  it('from one column', () => {
    expect(nameFromWhole('ALIZÉ, Éloi', false)).toEqual({ full: 'Éloi Alizé', first: 'Éloi', last: 'Alizé' });
    expect(nameFromWhole('Alizé Éloi', true)).toEqual({ full: 'Éloi Alizé', first: 'Éloi', last: 'Alizé' });
    expect(nameFromWhole('Éloi Alizé', false)).toEqual({ full: 'Éloi Alizé', first: null, last: null });
  });
});
