import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/core/outbox/canonical-json';
import { freeze } from '../../../src/core/outbox/freeze';
import type { FolderMarks } from '../../../src/core/envelopes/folder-marks';
import type { OutboxTask } from '../../../src/core/outbox/outbox-entry';
import type { ResolvedIds } from '../../../src/core/outbox/resolve-task';
import {
  clientId,
  createTask,
  entryId,
  entryOf,
  envelopeTask,
  invitationTask,
  sendTask,
  uploadTask,
} from '../../fakes/outbox-entries';

const digest = async (text: string) => createHash('sha256').update(text).digest('hex');
const ids: ResolvedIds = {
  serverIds: new Map([
    [clientId('a'), 42],
    [clientId('b'), 7],
  ]),
  envelopeIds: new Map([[entryId('envelope'), 'env-9']]),
};
const freezeTask = (task: OutboxTask, known = ids) => freeze(entryOf('x', task), known, digest);

describe('the marks of a folder', () => {
  const task = envelopeTask('a', { sha256: 'f'.repeat(64), deliveryKey: 'k'.repeat(32) });
  const marked = (marks: FolderMarks): OutboxTask =>
    task.kind === 'envelope' ? { ...task, draft: { ...task.draft, ...marks } } : task;

  it('go with the envelope', async () => {
    const frozen = await freezeTask(marked({ labels: ['b', 'a'], followUpOn: '2026-05-15' }));
    expect(frozen.ok && JSON.parse(frozen.value.body ?? '')).toMatchObject({
      labels: ['b', 'a'],
      followUpOn: '2026-05-15',
    });
  });

  it('change nothing of an envelope without them: the same bytes, and so the same digest, as ever', async () => {
    const frozen = await freezeTask(task);
    expect(frozen.ok && frozen.value.digest).toBe('b75b1e44ccf1a785ce3d78c9b5074979a4a49056e80a527fcf755bce8155875c');
  });
});

describe('canonical JSON', () => {
  it('sorts members by code unit, leaves out undefined, keeps lists in order', () => {
    expect(canonicalJson({ b: [3, 1, { z: null, a: true }], a: 'é"\n', é: 1, B: undefined, A: 0.5 })).toBe(
      '{"A":0.5,"a":"é\\"\\n","b":[3,1,{"a":true,"z":null}],"é":1}',
    );
  });

  it('refuses a number that JSON cannot carry', () => {
    expect(() => canonicalJson({ x: Number.NaN })).toThrow(RangeError);
  });
});

describe('freeze', () => {
  it('makes the documented create, its key offered to the servers that know one', async () => {
    const body =
      '{"address":"1 rue Fictive","code":"A1","email":"a@exemple.test","name":"Alice Fictive","phone":"","type":"individual"}';
    expect(await freezeTask(createTask('a', 'A1', 'Alice Fictive'))).toEqual({
      ok: true,
      value: {
        method: 'POST',
        path: 'clients',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'key-of-x' },
        body,
        digest: await digest(body),
      },
    });
  });

  it('updates only what changed, each field by the route that can carry it', async () => {
    const update = await freezeTask({
      kind: 'client-update',
      client: clientId('a'),
      changes: [{ field: 'city', before: 'Laval', after: 'Québec' }],
    });
    expect(update).toMatchObject({ value: { method: 'PUT', path: 'clients/42', body: '{"city":"Québec"}' } });
    const patch = await freezeTask({
      kind: 'client-patch',
      client: clientId('a'),
      changes: [{ field: 'email', before: '', after: 'x@exemple.test' }],
      accountManagerId: 'am-1',
    });
    expect(patch).toMatchObject({
      value: {
        method: 'PATCH',
        path: 'impot-sync/v1/clients/42',
        body: '{"accountManagerId":"am-1","email":"x@exemple.test"}',
      },
    });
  });

  it('gives the entry’s own key to the routes that take one, and fills in the ids', async () => {
    expect(await freezeTask(invitationTask('a', 'b'))).toMatchObject({
      value: {
        path: 'impot-sync/v1/invitations',
        headers: { 'idempotency-key': 'key-of-x' },
        body: '{"clientIds":[7,42],"email":"a@exemple.test","language":"fr"}',
      },
    });
    expect(await freezeTask(sendTask('envelope'))).toMatchObject({
      value: { method: 'POST', path: 'impot-sync/v1/envelopes/env-9/send', body: '{}' },
    });
    const envelope = await freezeTask(envelopeTask('a', { sha256: 'f'.repeat(64), deliveryKey: 'k'.repeat(32) }));
    expect(envelope.ok && JSON.parse(envelope.value.body ?? '')).toMatchObject({
      clientId: 42,
      purpose: 'signature',
      documents: [{ formCode: 'T183', fields: [{ kind: 'signature', recipient: 'r1', rect: [40, 113, 190, 28] }] }],
    });
  });

  it('names an upload by its content', async () => {
    const sha256 = 'a'.repeat(64);
    expect(await freezeTask(uploadTask('d', sha256, 5))).toEqual({
      ok: true,
      value: {
        method: 'PUT',
        path: `impot-sync/v1/uploads/${sha256}`,
        headers: { 'content-type': 'application/pdf' },
        body: null,
        digest: sha256,
      },
    });
  });

  it('says which id is missing instead of sending without it', async () => {
    const none: ResolvedIds = { serverIds: new Map([[clientId('a'), 42]]), envelopeIds: new Map() };
    expect(await freezeTask(invitationTask('a', 'z'), none)).toEqual({ ok: false, error: 'client-not-linked' });
    expect(await freezeTask(envelopeTask('z'), none)).toEqual({ ok: false, error: 'client-not-linked' });
    expect(await freezeTask(sendTask('envelope'), none)).toEqual({ ok: false, error: 'internal/unexpected' });
  });
});
