import { spawn } from 'node:child_process';
import { expect, it, onTestFinished, vi } from 'vitest';
import { DELIVERS_TWICE, FORGETS_KEYS, LOSES_A_ROW, TRUSTS_BYTES } from '../conformance/broken/faults';
import type { Fault } from '../conformance/broken/proxy';
import { brokenServer } from '../conformance/broken/proxy';
import { resultText } from '../conformance/report';
import { temporaryFolder } from './support/open-test-sandbox';
import { runAgainst } from './support/run-conformance-against';
import { startProcess } from './support/sandbox-process';

// Nearly a thousand requests, one after the other.
vi.setConfig({ testTimeout: 300_000 });

/** What failed, in words, of the sandbox behind one fault. */
async function failures(fault: Fault, only: readonly string[], language: 'fr' | 'en'): Promise<readonly string[]> {
  const behind = async (url: URL) => {
    const server = await brokenServer(url, fault);
    onTestFinished(() => server.close());
    return server.url;
  };
  const { results } = await runAgainst({ only, behind });
  return results.filter(({ outcome }) => outcome === 'failed').map((result) => resultText(result, language));
}

const about = (failed: readonly string[], route: string): string =>
  failed.filter((text) => text.startsWith(`✗ ${route}`)).join('\n');

it('passes through a proxy that breaks nothing', async () => {
  expect(await failures({}, ['uploads', 'invitations', 'paging'], 'en')).toEqual([]);
});

it('says of a server that forgets Idempotency-Keys which effect would come twice', async () => {
  const failed = await failures(FORGETS_KEYS, ['invitations', 'envelopes', 'follow-up'], 'fr');
  const reminder = about(failed, 'POST impot-sync/v1/envelopes/{id}/reminders');
  expect(reminder).toContain('rend mot pour mot sa première réponse sous la même Idempotency-Key');
  expect(reminder).toContain('envoyé\u00a0: POST /api/impot-sync/v1/envelopes/');
  expect(reminder).toContain('sinon une réponse perdue livre deux fois');
  const invitation = about(failed, 'POST impot-sync/v1/invitations');
  expect(invitation).toMatch(/attendu\u00a0: 201\n {4}reçu\u00a0: 200 /);
  const envelope = about(failed, 'POST impot-sync/v1/envelopes\u00a0:');
  expect(envelope).toMatch(/attendu\u00a0: 201\n {4}reçu\u00a0: 409 already-delivered/);
});

it('says of a server that trusts bytes that damaged content would be delivered', async () => {
  const failed = await failures(TRUSTS_BYTES, ['uploads'], 'en');
  const upload = about(failed, 'PUT impot-sync/v1/uploads/{sha256}');
  expect(upload).toContain('refuses a whole content that is not that of its name');
  expect(upload).toContain('expected: 400 / 422 digest-mismatch\n    came: 201');
  expect(upload).toContain('or a damaged document would be delivered');
  expect(failed.every((text) => text.startsWith('✗ PUT impot-sync/v1/uploads'))).toBe(true);
});

it('says of a server whose pages lose a row which list, and how many', async () => {
  const failed = await failures(LOSES_A_ROW, ['envelopes', 'paging'], 'fr');
  const list = about(failed, 'GET impot-sync/v1/deliveries');
  expect(list).toContain('page toute la liste sans perdre ni doubler une ligne');
  expect(list).toMatch(/reçu\u00a0: perdues\u00a0: [1-9]\d*/);
  expect(list).toContain('une ligne perdue est un client ou une livraison que personne ne voit');
});

it('says of a server that holds no delivery key unique that two workstations deliver', async () => {
  const failed = await failures(DELIVERS_TWICE, ['envelopes'], 'fr');
  const envelope = about(failed, 'POST impot-sync/v1/envelopes\u00a0:');
  expect(envelope).toContain('de deux postes à la fois, un seul livre');
  expect(envelope).toContain('reçu\u00a0: 201, 201, 201');
  expect(envelope).toContain('Sinon deux postes livrent le même document');
});

it('runs as a command: exit code 0, 1 with what is to be mended, 2 when called wrongly', async () => {
  const folder = temporaryFolder();
  const { url } = await startProcess({ SANDBOX_DATA: folder, SANDBOX_EXTENSION: 'off' });
  const sound = await run([url, 'bac-a-sable', '--only', 'company,clients'], 'en_CA.UTF-8');
  expect(sound.output.trim().split('\n').at(-1)).toMatch(/^[1-9]\d* passed, 0 failed$/);
  expect(sound.code).toBe(0);
  const wrongKey = await run([`${url}/api`, 'autre-cle', '--only', 'company', '--json'], 'fr_CA.UTF-8');
  const lines = wrongKey.output.trim().split('\n');
  expect(lines.at(-1)).toBe('1 passed, 1 failed');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    route: 'GET company',
    outcome: 'failed',
    fault: { came: { fr: expect.stringContaining('401') } },
  });
  expect(wrongKey.output).not.toContain('autre-cle');
  expect(wrongKey.code).toBe(1);
  const nothing = await run([], 'fr_CA.UTF-8');
  expect([nothing.code, nothing.output]).toEqual([2, expect.stringContaining('Usage\u00a0: npm run conformance')]);
});

/** The command of `npm run conformance`, in that language. */
async function run(
  args: readonly string[],
  language: string,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/conformance/main.ts', ...args], {
    env: { ...process.env, LC_ALL: language },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}
