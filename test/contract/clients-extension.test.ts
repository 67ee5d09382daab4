import { expect, it } from 'vitest';
import { openTestSandbox } from './support/open-test-sandbox';
import { EXT } from './support/wire-samples';

it('pages by cursor to the end, each client once', async () => {
  const { api } = await openTestSandbox();
  const ids: unknown[] = [];
  let cursor = '';
  let pages = 0;
  for (;;) {
    const { json } = await api.get(`${EXT}clients?limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`);
    ids.push(...(json['data'] as unknown as { id: number }[]).map(({ id }) => id));
    pages += 1;
    if (json['nextCursor'] === null) break;
    cursor = String(json['nextCursor']);
  }
  expect(pages).toBe(6);
  expect(ids).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  expect((await api.get(`${EXT}clients?limit=40`)).json['nextCursor']).toBeNull();
  for (const query of ['limit=0', 'limit=201', 'limit=x', 'cursor=nonsense']) {
    expect((await api.get(`${EXT}clients?${query}`)).json['code']).toBe('invalid-query');
  }
});

it('changes what the documented API cannot, under the tag that was read', async () => {
  const { api } = await openTestSandbox();
  const read = await api.get(`${EXT}clients/2`);
  const etag = read.headers.get('ETag') ?? '';
  expect(read.json['data']?.['etag']).toBe(etag);

  const patch = {
    name: 'François Nouveau',
    email: 'nouveau@exemple.example',
    language: 'en',
    accountManagerId: 'am-2',
  };
  expect((await api.patch(`${EXT}clients/2`, patch)).json['code']).toBe('precondition-required');
  const changed = await api.patch(`${EXT}clients/2`, patch, { headers: { 'If-Match': etag } });
  expect(changed.json['data']).toMatchObject({ id: 2, ...patch, invitation: 'none' });
  expect(changed.headers.get('ETag')).toBe(changed.json['data']?.['etag']);
  expect(changed.headers.get('ETag')).not.toBe(etag);
  expect((await api.get('clients/2')).json['data']).toMatchObject({ name: patch.name, email: patch.email });

  const late = await api.patch(`${EXT}clients/2`, { name: 'Écrasé' }, { headers: { 'If-Match': etag } });
  expect([late.status, late.json['code'], late.headers.get('ETag')]).toEqual([
    412,
    'precondition-failed',
    changed.headers.get('ETag'),
  ]);
  expect((await api.get('clients/2')).json['data']?.['name']).toBe(patch.name);
});

it('gives a new tag after a documented change too', async () => {
  const { api } = await openTestSandbox();
  const etag = (await api.get(`${EXT}clients/5`)).headers.get('ETag') ?? '';
  await api.put('clients/5', { city: 'Gaspé' });
  expect((await api.patch(`${EXT}clients/5`, { language: 'en' }, { headers: { 'If-Match': etag } })).status).toBe(412);
});

it('keeps what is not given, takes an address or a manager away when told', async () => {
  const { api } = await openTestSandbox();
  const any = { headers: { 'If-Match': '*' } };
  const before = (await api.get(`${EXT}clients/1`)).json['data'];
  expect(before).toMatchObject({ invitation: 'connected', accountManagerId: 'am-1' });
  const emptied = await api.patch(`${EXT}clients/1`, { email: '', accountManagerId: null }, any);
  expect(emptied.json['data']).toMatchObject({
    name: before?.['name'],
    email: '',
    accountManagerId: null,
    language: 'fr',
    invitation: 'none',
  });
  for (const body of [{ accountManagerId: 'am-99' }, { email: 'pas une adresse' }, { name: '' }, { sin: 'x' }]) {
    expect((await api.patch(`${EXT}clients/1`, body, any)).json['code']).toBe('invalid-body');
  }
  expect((await api.patch(`${EXT}clients/99`, {}, any)).status).toBe(404);
});
