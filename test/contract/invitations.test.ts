import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestSandbox } from './support/open-test-sandbox';
import { EXT } from './support/wire-samples';

const body = (email: string, clientIds: readonly number[]) => ({ email, clientIds, language: 'fr' });

it('sends one e-mail per address, ever, and adds the people who share it', async () => {
  const { api, folder } = await openTestSandbox();
  const first = await api.post(`${EXT}invitations`, body('Couple@Exemple.example', [2]), { idempotencyKey: 'a' });
  expect(first.status).toBe(201);
  expect(first.json['data']).toMatchObject({ email: 'Couple@Exemple.example', clientIds: [2], status: 'invited' });
  const second = await api.post(`${EXT}invitations`, body(' couple@exemple.example'.trim(), [4, 2, 4]), {
    idempotencyKey: 'b',
  });
  expect(second.status).toBe(200);
  expect(second.json['data']).toMatchObject({
    id: first.json['data']?.['id'],
    clientIds: [2, 4],
    email: 'Couple@Exemple.example',
  });

  const mail = (await api.get(`${EXT}mail`)).json['data'] as unknown as {
    to: string;
    kind: string;
    invitationId: string;
  }[];
  expect(mail.map(({ to, kind, invitationId }) => ({ to, kind, invitationId }))).toEqual([
    { to: 'Couple@Exemple.example', kind: 'invitation', invitationId: first.json['data']?.['id'] },
  ]);
  const files = readdirSync(join(folder, 'mail'));
  expect(files).toHaveLength(1);
  const text = readFileSync(join(folder, 'mail', files[0] ?? ''), 'utf8');
  expect(text).toMatch(/^To: .*<Couple@exemple\.example>\r$/m);
  expect(text).toMatch(/^Subject: =\?UTF-8\?Q\?Votre_espace_s=C3=A9curis=C3=A9/m);
});

it('never writes to an address that was invited before, connected or not', async () => {
  const { api } = await openTestSandbox();
  const invitations = (await api.get(`${EXT}invitations?limit=200`)).json['data'] as unknown as {
    email: string;
    status: string;
  }[];
  expect(new Set(invitations.map(({ status }) => status))).toEqual(new Set(['invited', 'connected']));
  for (const [index, { email, status }] of invitations.entries()) {
    const answer = await api.post(`${EXT}invitations`, body(email.toUpperCase(), [40]), {
      idempotencyKey: `k${index}`,
    });
    expect([answer.status, answer.json['data']?.['status']]).toEqual([200, status]);
  }
  expect((await api.get(`${EXT}mail`)).json['data']).toEqual([]);
});

it('sends one e-mail when twenty ask at once', async () => {
  const { api } = await openTestSandbox();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      api.post(`${EXT}invitations`, body('foule@exemple.example', [n + 1]), { idempotencyKey: `k${n}` }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
  const invitations = (await api.get(`${EXT}invitations?limit=200`)).json['data'] as unknown as {
    email: string;
    clientIds: number[];
  }[];
  expect(invitations.at(-1)?.clientIds).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  expect((await api.get(`${EXT}mail`)).json['data']).toHaveLength(1);
});

it('shows on the client as soon as its address is invited, and no longer once the address changes', async () => {
  const { api } = await openTestSandbox();
  expect((await api.get(`${EXT}clients/2`)).json['data']?.['invitation']).toBe('none');
  const email = String((await api.get('clients/2')).json['data']?.['email']);
  await api.post(`${EXT}invitations`, body(email, [2]), { idempotencyKey: 'a' });
  expect((await api.get(`${EXT}clients/2`)).json['data']?.['invitation']).toBe('invited');
  await api.patch(`${EXT}clients/2`, { email: 'autre@exemple.example' }, { headers: { 'If-Match': '*' } });
  expect((await api.get(`${EXT}clients/2`)).json['data']?.['invitation']).toBe('none');
});

it('refuses people who do not exist, and nobody', async () => {
  const { api } = await openTestSandbox();
  const unknown = await api.post(`${EXT}invitations`, body('a@exemple.example', [1, 4000]), { idempotencyKey: 'a' });
  expect([unknown.status, unknown.json['errors']?.[0]?.['path']]).toEqual([422, 'clientIds.1']);
  expect((await api.post(`${EXT}invitations`, body('a@exemple.example', []), { idempotencyKey: 'b' })).status).toBe(
    422,
  );
  expect((await api.post(`${EXT}invitations`, body('a b@exemple.example', [1]), { idempotencyKey: 'c' })).status).toBe(
    422,
  );
  expect((await api.get(`${EXT}mail`)).json['data']).toEqual([]);
});

it.each([
  ['fr', /^Invitation de /, 'Bonjour Personne'],
  ['en', /^Invitation from /, 'Hello Personne'],
] as const)('an office template words the invitation in its language: %s', async (language, subject, hello) => {
  const { api } = await openTestSandbox();
  const template = await api.post(
    `${EXT}email-templates`,
    {
      name: 'Accueil',
      isDefault: false,
      defaultFor: [],
      subject: { fr: 'Invitation de {store}', en: 'Invitation from {store}' },
      body: { fr: 'Bonjour {client_contact} {link}', en: 'Hello {client_contact} {link}' },
    },
    { idempotencyKey: 't' },
  );
  const client = await api.post('clients', { code: 'X-1', name: 'Personne Fictive' });
  const asked = {
    email: 'modele@exemple.example',
    clientIds: [Number(client.json['data']?.['id'])],
    language,
    emailTemplateId: String(template.json['data']?.['id']),
  };
  expect((await api.post(`${EXT}invitations`, asked, { idempotencyKey: 'a' })).status).toBe(201);
  const [mail] = (await api.get(`${EXT}mail`)).json['data'] as unknown as { subject: string; text: string }[];
  expect(mail?.subject).toMatch(subject);
  expect(mail?.text).toContain(hello);
  expect(mail?.text).toMatch(/https?:\/\//);
});

it('refuses a template that is not there, and invites nobody', async () => {
  const { api } = await openTestSandbox();
  const asked = { ...body('sans.modele@exemple.example', [2]), emailTemplateId: 'tpl-x' };
  const refused = await api.post(`${EXT}invitations`, asked, { idempotencyKey: 'a' });
  expect([refused.status, refused.json['code']]).toEqual([422, 'invalid-body']);
  expect((await api.get(`${EXT}mail`)).json['data']).toEqual([]);
});
