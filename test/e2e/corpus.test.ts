import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `npm run corpus` as it is written in package.json. */
function corpus(args: readonly string[]): Promise<{ readonly status: number | null; readonly stdout: string }> {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { corpus: string } };
  const [tool = '', ...rest] = scripts.corpus.split(' ');
  expect(tool).toBe('tsx');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', ...rest, ...args], { cwd: root });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
    child.once('close', (status) => resolve({ status, stdout }));
  });
}

beforeAll(() => {
  cpSync(join(root, 'public/fictif/clients-dtmax.csv'), join(folder, 'sous-dossier', 'Liste É.csv'));
  cpSync(join(root, 'public/fictif/clients-taxprep.xlsx'), join(folder, 'taxprep.XLSX'));
  cpSync(join(root, 'test/fixtures/traps/corporations.csv'), join(folder, 'corporations.csv'));
  cpSync(join(root, 'test/fixtures/traps/truncated.xlsx'), join(folder, 'truncated.xlsx'));
  writeFileSync(join(folder, 'notes.md'), 'not a list');
});

it('answers every list of a folder and its subfolders, one JSON line each, and writes the report and the rows', async () => {
  const [report, out] = [join(folder, 'report.jsonl'), join(folder, 'out')];
  const { status, stdout } = await corpus([folder, '--report', report, '--out', out]);
  expect(status).toBe(0);
  expect(stdout).toBe(readFileSync(report, 'utf8'));
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ ms, ...line }) => [typeof ms, line])).toEqual([
    [
      'number',
      {
        file: 'corporations.csv',
        kind: 'csv',
        outcome: 'read',
        encoding: 'windows-1252',
        delimiter: ';',
        headerRow: 1,
        rows: 2,
        issues: expect.any(Number),
      },
    ],
    [
      'number',
      {
        file: 'sous-dossier/Liste É.csv',
        kind: 'csv',
        outcome: 'read',
        encoding: 'windows-1252',
        delimiter: ';',
        headerRow: 1,
        rows: 60,
        issues: expect.any(Number),
      },
    ],
    [
      'number',
      {
        file: 'taxprep.XLSX',
        kind: 'xlsx',
        outcome: 'read',
        sheet: 'Clients',
        headerRow: 3,
        rows: 20,
        issues: expect.any(Number),
      },
    ],
    ['number', { file: 'truncated.xlsx', kind: 'xlsx', outcome: 'refused', code: 'import/unreadable-xlsx' }],
  ]);
  const rows = readFileSync(join(out, 'sous-dossier', 'Liste É.csv.json'), 'utf8');
  expect(JSON.parse(rows)).toMatchObject({ diagnosis: { rows: 60 }, rows: { length: 60 } });
  expect(rows).not.toMatch(/"sin":"\d/u);
  expect(existsSync(join(out, 'truncated.xlsx.json'))).toBe(false);
});

it('says how it is called when the folder is not there', async () => {
  expect(await corpus([join(folder, 'absent')])).toEqual({ status: 2, stdout: '' });
});
