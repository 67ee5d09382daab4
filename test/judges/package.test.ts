import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { archiveOf, envelopeOf } from '../fakes/package-archive';
import { judge } from './judge';

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
