import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestSandbox, temporaryFolder } from './support/open-test-sandbox';

const SEED = JSON.parse(readFileSync(new URL('../sandbox/office-seed.json', import.meta.url), 'utf8')) as {
  readonly clients: readonly { readonly id: number; readonly code: string }[];
};

it('asks for the key everywhere', async () => {
  const { api } = await openTestSandbox();
  for (const key of [null, '', 'autre', 'bac-a-sabl', 'bac-a-sable2']) {
    const answer = await api.get('company', { key });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer');
  }
  expect((await api.get('nothing/here', { key: null })).status).toBe(401);
  expect((await api.get('company')).json['data']?.[0]?.['nom']).toBe('Cabinet Fictif Mésange inc.');
});

it('gives clients by code, 20 to a page, never more than 100', async () => {
  const { api } = await openTestSandbox();
  const first = await api.get('clients');
  expect(first.json['data']).toHaveLength(20);
  expect(first.json['meta']).toEqual({ current_page: 1, last_page: 2, per_page: 20, total: 40 });
  expect(first.json['success']).toBe(true);
  const second = await api.get('clients?page=2');
  const all = (await api.get('clients?per_page=1000')).json;
  expect(all['meta']).toEqual({ current_page: 1, last_page: 1, per_page: 100, total: 40 });
  const codes = (json: typeof all) => (json['data'] as unknown as { code: string }[]).map(({ code }) => code);
  expect([...codes(first.json), ...codes(second.json)]).toEqual(codes(all));
  expect(codes(all)).toEqual(SEED.clients.map(({ code }) => code).sort());
  expect((await api.get('clients?page=3')).json['data']).toEqual([]);
  expect((await api.get('clients?page=-1&per_page=abc')).json['meta']).toEqual(first.json['meta']);
});

it('gives one client as it was given', async () => {
  const { api } = await openTestSandbox();
  const wanted = SEED.clients[4];
  expect((await api.get(`clients/${wanted?.id}`)).json['data']).toEqual(wanted);
  for (const id of ['41', '0', 'abc', '1.0', '-1', '99999999999999999999'])
    expect((await api.get(`clients/${id}`)).status).toBe(404);
});

it('makes a client each time it is asked, even with a code that is taken', async () => {
  const { api } = await openTestSandbox();
  const body = {
    name: 'Personne Fictive',
    code: '1001',
    email: 'p@exemple.example',
    type: 'individual',
    address: '1, rue Fictive',
    phone: '418 555-0100',
  };
  const made = [await api.post('clients', body), await api.post('clients', body)];
  expect(made.map(({ status }) => status)).toEqual([201, 201]);
  expect(made.map(({ json }) => json['data']?.['id'])).toEqual([41, 42]);
  expect((await api.get('clients/41')).json['data']).toMatchObject({
    ...body,
    id: 41,
    inactive: 0,
    city: '',
    contacts: [],
  });
  expect((await api.get('clients')).json['meta']?.['total']).toBe(42);
});

it('changes the documented fields and refuses the others', async () => {
  const { api } = await openTestSandbox();
  const before = (await api.get('clients/1')).json['data'];
  const change = {
    address: '9, rue Neuve',
    address2: '2',
    city: 'Lévis',
    state: 'QC',
    zipcode: 'G6V 1A1',
    phone: '418 555-0199',
  };
  expect((await api.put('clients/1', change)).json['data']).toEqual({ ...before, ...change });
  expect((await api.put('clients/1', {})).json['data']).toEqual({ ...before, ...change });
  for (const field of ['name', 'email', 'code', 'sin']) {
    const refused = await api.put('clients/1', { city: 'Ailleurs', [field]: 'x' });
    expect(refused.json['code']).toBe('invalid-body');
    expect(refused.json['errors']?.[0]?.['path']).toBe(field);
  }
  expect((await api.get('clients/1')).json['data']?.['city']).toBe('Lévis');
  expect((await api.put('clients/99', change)).status).toBe(404);
});

it('takes a list of clients of the tester, every field kept, and pages their contacts', async () => {
  const file = join(temporaryFolder(), 'clients.json');
  const given = [
    {
      id: 7,
      code: 'B',
      name: 'Deux',
      adresse2: 'app. 1',
      contacts: [{ id: 3, nom: 'Contact', email: 'c@exemple.example', fonction: null }],
    },
    { code: 'A', name: 'Un', email: null, champ_inconnu: { a: [1] } },
    { id: 2, code: 'C', name: 'Trois' },
  ];
  writeFileSync(file, JSON.stringify(given));
  const { api } = await openTestSandbox({ clientsFile: file });
  expect((await api.get('clients')).json['data']).toEqual([{ ...given[1], id: 8 }, given[0], given[2]]);
  expect((await api.get('clients_contacts?per_page=1')).json).toMatchObject({
    data: given[0]?.contacts,
    meta: { total: 1 },
  });
  expect((await api.put('clients/7', { address2: 'app. 9' })).json['data']).toEqual({
    ...given[0],
    adresse2: 'app. 9',
  });
  expect((await api.post('clients', { name: 'N', code: 'N' })).json['data']?.['id']).toBe(9);
  expect((await api.get('impot-sync/v1/invitations')).json['data']).toEqual([]);
  expect((await api.get('impot-sync/v1/clients')).json['data']?.[0]).toMatchObject({
    id: 2,
    email: '',
    language: null,
    invitation: 'none',
  });
});

it('has tasks that can be read and changed one by one', async () => {
  const { api } = await openTestSandbox();
  expect((await api.get('tasks?per_page=100')).json['meta']?.['total']).toBe(30);
  const before = (await api.get('tasks/4')).json['data'];
  expect(before?.['start_date']).toBe('0000-00-00');
  expect((await api.put('tasks/4', { status: 3, end_date: '2026-04-30' })).json['data']).toEqual({
    ...before,
    status: 3,
    end_date: '2026-04-30',
  });
  expect((await api.put('tasks/4', { client: 1 })).status).toBe(422);
  expect((await api.put('tasks/31', { status: 1 })).status).toBe(404);
});

it('keeps reminders', async () => {
  const { api } = await openTestSandbox();
  const body = { titre: 'Rappeler', module: 'clients', moduleID: 3, date: '2026-04-01', notes: '' };
  expect((await api.post('reminders', body)).json['data']).toMatchObject({ id: 1, closed: 0, ...body });
  expect((await api.get('reminders')).json['data']).toHaveLength(1);
});

it('tells a wrong method from a wrong path', async () => {
  const { api } = await openTestSandbox();
  const wrong = await api.call('PATCH', 'clients/1', { body: {} });
  expect([wrong.status, wrong.headers.get('Allow'), wrong.json['code']]).toEqual([
    405,
    'GET, PUT',
    'method-not-allowed',
  ]);
  const nothing = await api.get('nothing');
  expect([nothing.status, nothing.json['code']]).toEqual([404, 'not-found']);
});

it('without the extension serves the documented API alone', async () => {
  const { api, app } = await openTestSandbox({ extension: false });
  expect((await api.get('clients')).status).toBe(200);
  const headers = { Authorization: 'Bearer bac-a-sable' };
  for (const path of ['capabilities', 'clients', 'office', 'mail', 'envelopes']) {
    const answer = await app.request(`/api/impot-sync/v1/${path}`, { headers });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'not-found']);
  }
  expect((await app.request('/api/impot-sync/v1/envelopes', { method: 'POST', headers, body: '{}' })).status).toBe(404);
  expect((await app.request('/api/impot-sync/v1/capabilities')).status).toBe(401);
});
