import { expect, it } from 'vitest';
import { openTestSandbox } from './support/open-test-sandbox';
import { EXT } from './support/wire-samples';

const RECORDS = [
  {
    path: `${EXT}office`,
    one: { id: 'o1', sealedKey: 'AAAA' },
    two: { id: 'o1', sealedKey: 'BBBB' },
    missing: 'office-not-found',
  },
  { path: `${EXT}office/index`, one: { sealed: 'AAAA' }, two: { sealed: 'BBB=' }, missing: 'not-found' },
];
const NEW = { headers: { 'If-None-Match': '*' } };

it.each(RECORDS)('$path is made once, and replaced only by who read it last', async ({ path, one, two, missing }) => {
  const { api } = await openTestSandbox();
  expect((await api.get(path)).json['code']).toBe(missing);
  expect((await api.put(path, one)).json['code']).toBe('precondition-required');
  expect((await api.put(path, one, { headers: { 'If-Match': '"v1"' } })).json['code']).toBe('precondition-failed');

  const made = await api.put(path, one, NEW);
  expect([made.status, made.json['data']]).toEqual([201, one]);
  const etag = made.headers.get('ETag') ?? '';
  expect((await api.get(path)).headers.get('ETag')).toBe(etag);
  const second = await api.put(path, two, NEW);
  expect([second.status, second.headers.get('ETag')]).toEqual([412, etag]);

  const replaced = await api.put(path, two, { headers: { 'If-Match': etag } });
  expect([replaced.status, replaced.json['data']]).toEqual([200, two]);
  expect((await api.put(path, one, { headers: { 'If-Match': etag } })).status).toBe(412);
  expect((await api.put(path, one, { headers: { 'If-Match': `W/${replaced.headers.get('ETag')}` } })).status).toBe(412);
  expect((await api.get(path)).json['data']).toEqual(two);
});

it('is made by one of two workstations that start together', async () => {
  const { api } = await openTestSandbox();
  const answers = await Promise.all(['a', 'b', 'c'].map((id) => api.put(`${EXT}office`, { id, sealedKey: id }, NEW)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412]);
  const winner = answers.find(({ status }) => status === 201);
  expect((await api.get(`${EXT}office`)).json['data']).toEqual(winner?.json['data']);
});

it('keeps an index of several megabytes', async () => {
  const { api } = await openTestSandbox();
  const sealed = 'QUJD'.repeat(1_500_000);
  expect((await api.put(`${EXT}office/index`, { sealed }, NEW)).status).toBe(201);
  expect((await api.get(`${EXT}office/index`)).json['data']?.['sealed']).toBe(sealed);
  expect(
    (await api.put(`${EXT}office/index`, { sealed: 'pas du base64 !' }, { headers: { 'If-Match': '*' } })).status,
  ).toBe(422);
});
