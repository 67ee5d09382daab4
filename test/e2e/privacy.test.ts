import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkRecord } from '../../src/store/check-record';
import { readAtRest } from './support/at-rest';
import type { AtRest } from './support/at-rest';
import { launchBrowser, newProfile } from './support/browser';
import { openZip } from './support/files';
import { createVault, openApp, pressImporter, previewClients, previewDocuments, waitIdle } from './support/job';
import { needlesOf, needlesOfBytes } from './support/needles';
import type { Needle } from './support/needles';
import { netLogArgs, readNetLog, requestsOf } from './support/net-log';
import { startSandbox } from './support/sandbox';

const path = (name: string): string => new URL(`../../public/fictif/${name}`, import.meta.url).pathname;

interface Person {
  readonly name: string;
  readonly sin: string | null;
  readonly email: string | null;
  readonly address: { readonly street: string };
}

interface LoggedCall {
  readonly method: string;
  readonly path: string;
}

/** A key comes out of the page as what can be said of it, which is what its shape asks for. */
const keyLike = (facts: object): CryptoKey =>
  Object.create(
    CryptoKey.prototype,
    Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { value }])),
  ) as CryptoKey;

/** Bytes come out of the page as `{$bytes}`, keys as `{$cryptoKey}`: back to what the store wrote. */
function revive(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if ('$bytes' in value) return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'));
  if ('$cryptoKey' in value && value.$cryptoKey instanceof Object) return keyLike(value.$cryptoKey);
  if (Array.isArray(value)) return value.map(revive);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revive(inner)]));
}

/** Every string and every byte that this origin keeps, as latin1. */
function haystackOf(rest: AtRest): string {
  const parts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') parts.push(Buffer.from(value, 'utf8').toString('latin1'));
    else if (value instanceof Uint8Array) parts.push(Buffer.from(value).toString('latin1'));
    else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) {
        visit(key);
        visit(inner);
      }
    } else parts.push(String(value));
  };
  visit(revive(rest.records));
  visit(rest.localStorage);
  for (const { name, base64 } of rest.files) parts.push(name, Buffer.from(base64, 'base64').toString('latin1'));
  for (const { url, base64 } of rest.cached) parts.push(url, Buffer.from(base64, 'base64').toString('latin1'));
  return parts.join('\n');
}

describe('what stays on the machine, and what leaves it', () => {
  let before: readonly LoggedCall[] = [];
  let rest: AtRest;
  let origin: string;
  let netLog: string;

  beforeAll(async () => {
    const sandbox = await startSandbox();
    const profile = await newProfile();
    netLog = join(tmpdir(), `impot-sync-net-${process.pid}.json`);
    const browser = await launchBrowser(profile.dir, netLogArgs(netLog));
    try {
      origin = sandbox.url;
      const page = await openApp(browser.context, sandbox.url);
      await createVault(page);
      await previewClients(page, path('clients-dtmax.csv'));
      before = (await sandbox.get<{ data: LoggedCall[] }>('/sandbox/log')).data;
      await pressImporter(page);
      await waitIdle(page, 120_000);
      await previewDocuments(page, path('t183-2025.zip'));
      await pressImporter(page);
      await waitIdle(page, 150_000);
      rest = await readAtRest(page);
    } finally {
      await browser.close();
      await sandbox.close();
      await profile.remove();
    }
  }, 400_000);

  it('every record matches the allow-list of shapes', () => {
    expect(rest.records.length).toBeGreaterThan(100);
    const odd = rest.records.flatMap(({ database, store, value }) =>
      database === 'impot-sync' ? checkRecord(store, revive(value)) : [`another database: ${database}`],
    );
    expect(odd).toEqual([]);
    expect(rest.files.length).toBeGreaterThan(0);
    expect(rest.cached.length).toBeGreaterThan(10);
  });

  it('no name, SIN, e-mail, street or PDF of the office is found, in any disguise', async () => {
    const { people } = JSON.parse(await readFile(path('office.json'), 'utf8')) as { people: Person[] };
    const haystack = haystackOf(rest);
    const needles: { readonly of: string; readonly needle: Needle }[] = [];
    for (const { name, sin, email, address } of people) {
      const values = [name, sin, email, address.street].filter((value): value is string => !!value && value.length > 6);
      for (const value of values) for (const needle of needlesOf(value)) needles.push({ of: 'person', needle });
    }
    for (const bytes of (await openZip(path('t183-2025.zip'))).values()) {
      for (const needle of needlesOfBytes(bytes)) needles.push({ of: 'pdf', needle });
    }
    for (const needle of needlesOf('SPÉCIMEN FICTIF')) needles.push({ of: 'pdf text', needle });
    expect(needles.length).toBeGreaterThan(2000);
    const found = needles.filter(({ needle }) => haystack.includes(needle.latin1));
    expect(found.map(({ of, needle }) => `${of}: ${needle.disguise}`)).toEqual([]);
  });

  it('the search itself can find: a planted name is seen', () => {
    const [needle] = needlesOf('Geneviève Aubépine');
    expect(
      Buffer.from('x Geneviève Aubépine y', 'utf8')
        .toString('latin1')
        .includes(needle?.latin1 ?? '?'),
    ).toBe(true);
  });

  it('before Importer nothing is sent but the making of the office: every other request is a GET', () => {
    const sent = before.filter(({ method }) => method !== 'GET' && method !== 'HEAD');
    expect(sent.map(({ method, path: where }) => `${method} ${where}`)).toEqual(['PUT /api/impot-sync/v1/office']);
  });

  it('no request of ours goes to another origin, by Chromium’s own net log', async () => {
    const requests = requestsOf(await readNetLog(netLog));
    const ours = requests.filter(
      ({ initiator, isolation }) => initiator.startsWith(origin) || isolation.includes('localhost'),
    );
    expect(ours.length).toBeGreaterThan(100);
    const elsewhere = ours.filter(({ url }) => new URL(url).origin !== origin && !/^(?:blob|data):/.test(url));
    expect(elsewhere.map(({ url }) => url)).toEqual([]);
  });
});
