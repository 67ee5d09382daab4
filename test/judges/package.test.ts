import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { read as readWorkbook, utils } from 'xlsx';
import { archiveOf, envelopeOf } from '../fakes/package-archive';
import { judge } from './judge';
import { saveAs } from './libre-office';

test('a package of envelopes opens with unzip, its names and its accents as they were', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'impot-sync-package-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'paquet.zip');
  const envelopes = [envelopeOf('1001', 'Éloïse Fictive', 'a', 'b'), envelopeOf('1002', 'Réal Inventé', 'c')];
  writeFileSync(file, await archiveOf(envelopes));

  const tested = judge('unzip', ['-t', file]);
  expect(tested.stdout).toContain('No errors detected');
  expect(tested.status).toBe(0);
  const names = judge('unzip', ['-Z1', file]).stdout.trim().split('\n');
  expect(names).toEqual([
    '1001 Éloïse Fictive/T183, 2025.pdf',
    '1001 Éloïse Fictive/T183, 2025 (2).pdf',
    '1002 Réal Inventé/T183, 2025.pdf',
    'suivi.csv',
    'manifest.json',
  ]);
  const sheet = judge('unzip', ['-p', file, 'suivi.csv']).stdout;
  expect(sheet.startsWith('\uFEFF')).toBe(true);
  expect(sheet).toContain('Éloïse Fictive');
});

test('the follow-up sheet opens in LibreOffice, its cells and its accents as they were', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'impot-sync-package-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'paquet.zip'), await archiveOf([envelopeOf('0012', 'Éloïse Cœur-Fictif', 'a')]));
  expect(judge('unzip', ['-o', 'paquet.zip', 'suivi.csv'], { cwd: folder }).status).toBe(0);

  const rows = saveAs(join(folder, 'suivi.csv'), 'xlsx', folder);
  const sheet = readWorkbook(readFileSync(rows));
  const cells = utils.sheet_to_json<string[]>(Object.values(sheet.Sheets)[0] ?? {}, { header: 1, raw: false });
  expect(cells[0]?.slice(0, 4)).toEqual(['Code client', 'Client', 'Destinataire', 'Courriel']);
  expect(cells[0]?.at(-3)).toBe('Transmis le');
  expect(cells).toHaveLength(2);
  expect(cells[1]).toContain('Éloïse Cœur-Fictif');
  expect(cells[1]).toContain('0012 Éloïse Cœur-Fictif/T183, 2025.pdf');
});
