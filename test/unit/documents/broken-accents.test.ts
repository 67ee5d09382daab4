import { describe, expect, it } from 'vitest';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { parseFileName } from '../../../src/core/documents/file-name';
import { clientsOfFileName } from '../../../src/core/documents/named-clients';
import { compareWritten } from '../../../src/core/documents/name-match';
import { testClient } from './test-client';

describe('names whose accents broke on the way', () => {
  it.each([
    ['Ève Côté', 'Ãˆve CÃ´tÃ©', 'UTF-8 read as Windows-1252'],
    ['Søren Côté', 'S›ren C“t‚', 'code page 850 read as Windows-1252'],
    ['Ève Côté', 'Ève CÃ´tÃ©', 'one word of two'],
    ['Søren Côté', 'Søren C“t‚', 'one word of two'],
    ['Noémie L’Écuyer', 'L__cuyer No_mie', 'underscores'],
    ['Jérôme D’Astous', 'D\ufffdAstous, J\ufffdr\ufffdme', 'replacement marks'],
    ['Ève Côté', 'COTE EVE', 'stripped, in capitals'],
    ['Zoé Nguyễn', 'Zo Nguyn', 'letters that fell out'],
    ['Ève Côté', 'E\u0300ve Co\u0302te\u0301', 'decomposed'],
    ['Anne D’Amour', 'Damour Anne', 'a particle glued to its word'],
    ['Marc St-Pierre', 'Saint-Pierre, Marc', 'St and Saint'],
    ['Gestion Boréal limitée', 'Gestion Boreal Ltd.', 'legal form in the other language'],
  ])('%s is « %s » (%s)', (name, written) => expect(compareWritten(name, written)).toBe('equal'));

  it.each([
    ['Ève Côté', 'Ève C_t_-Roy'],
    ['Anne Lévesque-Lavoie', 'A. L\ufffdvesque-Lavoie'],
  ])('%s is compatible with « %s »', (name, written) => expect(compareWritten(name, written)).toBe('compatible'));

  it.each([
    ['Ève Côté', 'Ève Cote-X'.replace('-X', 's')],
    ['Ève Cate', 'Ève C_te'],
    ['Denise Lachance', 'Daniel Lachance'],
    ['René Roy', 'Ren_e Roy'],
    ['Lise Patel', 'Élise Patel'],
  ])('%s is not « %s »', (name, written) => expect(compareWritten(name, written)).toBe('different'));

  it('the directory finds them by name', () => {
    const directory = new ClientDirectory([testClient('a', 'Ève Côté'), testClient('b', 'Luc Cote')]);
    const found = (name: string) => directory.byName(name).map(({ id }) => id);
    expect(found('C_t_, _ve')).toEqual(['a']);
    expect(found('Ãˆve CÃ´tÃ©')).toEqual(['a']);
    expect(found('Luc Côté')).toEqual(['b']);
  });

  it('of an Élise and a Lise whose masked numbers are one, whoever is written as it stands', () => {
    const patels = [
      testClient('elise', 'Élise Patel', { sin: '976763805' }),
      testClient('lise', 'Lise Patel', { sin: '028823805' }),
    ];
    const named = (stem: string) =>
      clientsOfFileName(parseFileName(stem, 'detect'), stem, new ClientDirectory(patels)).clients.map(({ id }) => id);
    expect(named('XXX XXX 805 - Lise Patel')).toEqual(['lise']);
    expect(named('XXX XXX 805 - Élise Patel')).toEqual(['elise']);
    expect(named('XXX XXX 805 - �lise Patel')).toEqual(['elise']);
    expect(named('2025 T183 – �lise Patel')).toEqual(['elise']);
    expect(named('2025 T183 – Lise Patel')).toEqual(['lise']);
  });
});
