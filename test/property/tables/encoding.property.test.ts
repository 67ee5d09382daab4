import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../fixtures/generate/lists/encode-text';
import type { FixtureEncoding } from '../../fixtures/generate/lists/encode-text';
import { decodeText } from '../../../workers/tables/decode-text';

/** Fictitious people and places; every accent of French in both cases, as lists have them. */
const WORDS = [
  ...['Geneviève', 'Éloïse', 'François', 'Zoé', 'Anaïs', 'Noël', 'Jérôme', 'Benoît', 'Hélène', 'Chloé', 'Renée'],
  ...['FRÉDÉRIC', 'GENEVIÈVE', 'FRANÇOIS', 'BENOÎT', 'NOËL', 'CÔTÉ', 'LÉVESQUE', 'BÉLANGER', 'ÉMILE', 'ANAÏS', 'ZOÉ'],
  ...['côte', 'Forêt', 'Île', 'Bâtisseurs', 'Montréal', 'Québec', 'Lévis', 'Où', 'Août', 'Ça', 'Élan', 'À', 'Hôpital'],
  ...[
    'Prénom',
    'Téléphone',
    'Numéro',
    'Société',
    'Déménagé',
    'né',
    'forêt',
    'être',
    'où',
    'dû',
    'naïf',
    'aiguë',
    'dès',
  ],
];
const PLAIN = ['Tremblay', 'Roy', 'Gagnon', '046454286', 'G1A 1A1', '1, rue X', 'QC', 'Anne', 'LAVOIE', 'a@b.example'];
/** Not in CP850. */
const ONLY_LATER = ['Cœurjoli', 'L’Heureux', 'd’Anjou', 'Sacré-Cœur', 'ŒUVRE'];

/** A real list has dozens of accents; a line with four kinds (« être », « Élan », « Ça ») can be French in two pages. */
const LEAST_KINDS = 5;

const list = (more: readonly string[]) =>
  fc
    .array(
      fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORDS, ...more) }, fc.constantFrom(...PLAIN)), {
        minLength: 3,
        maxLength: 9,
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((rows) => rows.map((row) => row.join(';')).join('\r\n'))
    .filter((text) => new Set(text.match(/[^\x00-\x7f]/gu)).size >= LEAST_KINDS);

const CASES: readonly (readonly [FixtureEncoding, boolean, readonly string[]])[] = [
  ['utf-8', false, ONLY_LATER],
  ['utf-8', true, ONLY_LATER],
  ['windows-1252', false, ONLY_LATER],
  ['utf-16le', false, ONLY_LATER],
  ['utf-16le', true, ONLY_LATER],
  ['utf-16be', false, ONLY_LATER],
  ['utf-16be', true, ONLY_LATER],
  ['cp850', false, []],
  ['macroman', false, ONLY_LATER],
];

describe('French text comes back from every encoding, known by its bytes alone', () => {
  it.each(CASES)('%s, byte order mark: %s', (encoding, mark, more) => {
    fc.assert(
      fc.property(list(more), (text) => {
        const decoded = decodeText(encodeText(text, encoding, mark));
        expect([decoded.encoding, decoded.text]).toEqual([encoding, text]);
      }),
      { numRuns: process.env['TEST_LONG'] ? 5_000 : 500 },
    );
  });
});
