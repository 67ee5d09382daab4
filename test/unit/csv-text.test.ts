import { expect, it } from 'vitest';
import { csvText } from '../../src/core/csv-text';

it('opens by itself in a Quebec spreadsheet: mark, semicolons, CRLF, quotes where they are needed', () => {
  expect(
    csvText([
      ['Éloïse', 'Çà; et là', 'dit « oui »', 'a "b"', 'x\ny', ' bord '],
      ['', '1,50'],
    ]),
  ).toBe('\uFEFFÉloïse;"Çà; et là";dit « oui »;"a ""b""";"x\ny";" bord "\r\n;1,50\r\n');
});

it('runs no formula, whatever a name begins with', () => {
  const cells = ['=1+1', '+15145550123', '-2', '@SUM(A1)', '\tx', '\rx'];
  const [line = ''] = csvText([cells]).slice(1).split('\r\n');
  for (const cell of cells.slice(0, 4)) expect(line).toContain(`'${cell}`);
  expect(csvText([['\tx']])).toContain("'\tx");
});

it('masks what looks like a SIN', () => {
  expect(csvText([['M. Fictif 046 454 286', '046454286']])).not.toMatch(/046.?454.?286/);
});
