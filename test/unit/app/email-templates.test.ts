import { describe, expect, it } from 'vitest';
import { EmailTemplates } from '../../../src/app/email-templates';
import { ok } from '../../../src/core/result';
import { draftOf } from '../../../src/core/templates/email-template';
import { FakeHttp } from '../../fakes/fake-http';
import type { PendingRequest } from '../../fakes/fake-http';
import { fakeTemplate } from '../../fakes/fake-template';

const DRAFT = draftOf(fakeTemplate('', 'Avis'));
const LATER = { ...DRAFT, name: 'Avis corrigé' };

function desk() {
  const http = new FakeHttp();
  let keys = 0;
  let refreshes = 0;
  const templates = new EmailTemplates({
    http,
    server: {
      accountManagers: [{ id: 'am-1', name: 'Odile Fictive' }],
      refresh: async () => {
        refreshes += 1;
      },
      knownClients: async () =>
        ok([
          { name: 'Zoé Fictive', inactive: false, accountManagerId: 'am-1' },
          { name: 'Partie Fictive', inactive: true, accountManagerId: null },
        ] as never),
    },
    newKey: () => `k${++keys}`,
  });
  return { http, templates, refreshes: () => refreshes };
}
const keyOf = ({ request }: PendingRequest) => request.headers?.['idempotency-key'];
const sent = ({ request }: PendingRequest): unknown => JSON.parse(String(request.body));

describe('a template added', () => {
  it('whose answer never came is asked for again under the same key', async () => {
    const { http, templates, refreshes } = desk();
    const first = templates.save(null, DRAFT);
    const lost = await http.nextRequest();
    lost.cut();
    expect((await first).ok).toBe(false);
    const second = templates.save(null, DRAFT);
    const again = await http.nextRequest();
    expect([keyOf(lost), keyOf(again), sent(again)]).toEqual(['k1', 'k1', sent(lost)]);
    again.json(201, { data: fakeTemplate('tpl-1', 'Avis') });
    expect(await second).toMatchObject({ ok: true, value: { kind: 'saved', template: { id: 'tpl-1' } } });
    expect(refreshes()).toBe(1);
  });

  it('and changed before it was asked for again is one template, with what was written last', async () => {
    const { http, templates } = desk();
    const first = templates.save(null, DRAFT);
    (await http.nextRequest()).cut();
    await first;
    const second = templates.save(null, LATER);
    const again = await http.nextRequest();
    expect([keyOf(again), sent(again)]).toMatchObject(['k1', { name: 'Avis' }]);
    again.json(201, { data: fakeTemplate('tpl-1', 'Avis', { etag: '"7"' }) });
    const over = await http.nextRequest();
    expect([over.request.method, over.request.path, over.request.headers?.['if-match'], sent(over)]).toMatchObject([
      'PATCH',
      'impot-sync/v1/email-templates/tpl-1',
      '"7"',
      { name: 'Avis corrigé' },
    ]);
    over.json(200, { data: fakeTemplate('tpl-1', 'Avis corrigé') });
    expect(await second).toMatchObject({ value: { kind: 'saved', template: { name: 'Avis corrigé' } } });
  });

  it('and refused says so, and the next one has a key of its own', async () => {
    const { http, templates, refreshes } = desk();
    const first = templates.save(null, DRAFT);
    const refused = await http.nextRequest();
    refused.problem(422, 'invalid-body', { detail: 'subject.fr' });
    expect(await first).toMatchObject({ value: { kind: 'refused', detail: 'subject.fr' } });
    expect(refreshes()).toBe(0);
    void templates.save(null, DRAFT);
    expect(keyOf(await http.nextRequest())).toBe('k2');
  });
});

it('a template changed elsewhere meanwhile is shown as it is now, and nothing is replaced', async () => {
  const { http, templates } = desk();
  const saving = templates.save(fakeTemplate('tpl-1', 'Avis', { etag: '"1"' }), LATER);
  const change = await http.nextRequest();
  expect([change.request.method, change.request.headers?.['if-match']]).toEqual(['PATCH', '"1"']);
  change.problem(412, 'precondition-failed');
  const look = await http.nextRequest();
  expect(look.request.method).toBe('GET');
  look.json(200, { data: fakeTemplate('tpl-1', 'Avis d’ailleurs', { etag: '"2"' }) });
  expect(await saving).toMatchObject({
    value: { kind: 'changed-elsewhere', template: { name: 'Avis d’ailleurs', etag: '"2"' } },
  });
});

it('is seen with clients of the office, and who looks after them', async () => {
  expect(await desk().templates.examples()).toEqual(ok([{ name: 'Zoé Fictive', accountManager: 'Odile Fictive' }]));
});
