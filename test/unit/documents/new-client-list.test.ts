import { describe, expect, it } from 'vitest';
import { parseFileName } from '../../../src/core/documents/file-name';
import { newClientList } from '../../../src/features/documents-sending/new-client-list';

async function cellsOf(fileName: string): Promise<Record<string, string>> {
  const text = await newClientList(parseFileName(fileName, 'detect'), 'nouveau-client.csv').text();
  const [headers = [], cells = []] = text
    .replace('\uFEFF', '')
    .split('\r\n')
    .map((line) => line.split(';'));
  return Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? '']).filter(([, cell]) => cell !== ''));
}

describe('the list of one new client says what the file name says', () => {
  it.each([
    ['046454286 - Inouï Fictif.pdf', { Prénom: 'Inouï', Nom: 'Fictif', NAS: '046454286' }],
    ['1962 - Inouï De la Fiction.pdf', { 'No client': '1962', Prénom: 'Inouï', Nom: 'De la Fiction' }],
    [
      '123456782RC0001 Les Entreprises Fictives inc. 2025-12-31.pdf',
      { 'Nom de la société': 'Les Entreprises Fictives inc.', NE: '123456782' },
    ],
    ['numérisation 0042.pdf', {}],
  ])('%s', async (fileName, cells) => {
    expect(await cellsOf(fileName)).toMatchObject(cells);
  });
});
