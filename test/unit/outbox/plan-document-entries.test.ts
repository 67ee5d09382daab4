import { describe, expect, it } from 'vitest';
import type { BatchId, NewId } from '../../../src/core/ids';
import { invitationStates, invitedAddresses } from '../../../src/core/outbox/invited-addresses';
import type { OutboxEntry } from '../../../src/core/outbox/outbox-entry';
import { planDocumentEntries } from '../../../src/core/outbox/plan-document-entries';
import type { DocumentPlanContext } from '../../../src/core/outbox/plan-document-entries';
import { clientId, entryId } from '../../fakes/outbox-entries';
import { preparedOf, recipientOf } from '../../fakes/prepared-documents';

function context(more: Partial<DocumentPlanContext> = {}): DocumentPlanContext {
  let count = 0;
  const newId: NewId = <T extends string>() => `id${++count}` as T;
  return {
    batch: 'batch-1' as BatchId,
    now: 1000,
    newId,
    emailTemplateId: 'tpl-1',
    folderTitle: 'Vos documents',
    pendingCreates: new Map(),
    pendingInvitations: new Map(),
    invitedAddresses: new Set(),
    ...more,
  };
}

/** `kind <- the kinds it waits for`, in order. */
function shape(entries: readonly OutboxEntry[]): string[] {
  const kinds = new Map(entries.map(({ id, task }) => [id, task.kind]));
  return entries.map(
    ({ task, dependsOn }) => `${task.kind} <- ${dependsOn.map((id) => kinds.get(id) ?? id).join(', ')}`,
  );
}

describe('entries of a documents batch', () => {
  it('invites, uploads, makes the envelope and sends it, client after client', () => {
    const { entries, envelopes, leftOut } = planDocumentEntries(
      [preparedOf('d1', 'a'), preparedOf('d2', 'b')],
      context(),
    );
    const one = ['invitation <- ', 'upload <- ', 'envelope <- invitation, upload', 'envelope-send <- envelope'];
    expect(shape(entries)).toEqual([...one, ...one]);
    expect(entries.map(({ order }) => order)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(new Set(entries.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(8);
    expect({ envelopes, leftOut }).toEqual({ envelopes: 2, leftOut: [] });
  });

  it('one envelope for a client and the spouse they consented to, each invited as themself', () => {
    const recipients = [
      recipientOf('a'),
      { ...recipientOf('b'), role: 'spouse' as const, email: 'b@exemple.test', name: 'B Fictif' },
    ];
    const copy = preparedOf('d1', 'a', { form: 'T1', fields: [], recipients });
    const { entries, envelopes } = planDocumentEntries([copy, preparedOf('d2', 'a')], context());
    expect(envelopes).toBe(2);
    const tasks = entries.map(({ task }) => task);
    expect(tasks.flatMap((task) => (task.kind === 'invitation' ? task.clients : []))).toEqual(['a', 'b']);
    const [both, own] = tasks.filter((task) => task.kind === 'envelope');
    expect(both).toMatchObject({ client: 'a', spouse: 'b', draft: { purpose: 'consultation' } });
    expect(both?.draft.recipients.map(({ role, email }) => [role, email])).toEqual([
      ['taxpayer', 'a@exemple.test'],
      ['spouse', 'b@exemple.test'],
    ]);
    expect(own?.spouse).toBeUndefined();
    expect(own?.draft.recipients).toHaveLength(1);
  });

  it('puts the documents of one client into one envelope by purpose', () => {
    const documents = [
      preparedOf('d1', 'a'),
      preparedOf('d2', 'a', { form: 'T1', fields: [] }),
      preparedOf('d3', 'a', { form: 'TP-1000.TE' }),
      preparedOf('d4', 'a', { form: 'TP-1', fields: [] }),
    ];
    const { entries } = planDocumentEntries(documents, context({ invitedAddresses: new Set(['a@exemple.test']) }));
    const drafts = entries.flatMap(({ task }) => (task.kind === 'envelope' ? [task.draft] : []));
    expect(drafts.map(({ purpose, documents: inside }) => [purpose, inside.map(({ formCode }) => formCode)])).toEqual([
      ['signature', ['T183', 'TP-1000.TE']],
      ['consultation', ['T1', 'TP-1']],
    ]);
  });

  it('waits for a client and an invitation that are still in the outbox, and invites nobody again', () => {
    const { entries } = planDocumentEntries(
      [preparedOf('d1', 'a')],
      context({
        pendingCreates: new Map([[clientId('a'), entryId('pending-create')]]),
        pendingInvitations: new Map([['a@exemple.test', entryId('pending-invitation')]]),
      }),
    );
    expect(shape(entries)).toEqual([
      'upload <- ',
      'envelope <- pending-create, pending-invitation, upload',
      'envelope-send <- envelope',
    ]);
  });

  it('gives spouses who share an address an envelope each, and ties neither to the fate of the other', () => {
    const shared = { email: 'Couple@Exemple.test ' };
    const { entries, envelopes } = planDocumentEntries(
      [
        preparedOf('d1', 'a', { recipients: [recipientOf('a', shared)] }),
        preparedOf('d2', 'b', { recipients: [recipientOf('b', shared)] }),
        preparedOf('d3', 'a', { form: 'T1', fields: [], recipients: [recipientOf('a', shared)] }),
      ],
      context(),
    );
    expect(envelopes).toBe(3);
    const invitations = entries.flatMap(({ task }) => (task.kind === 'invitation' ? [task] : []));
    expect(invitations.map(({ clients, email }) => [clients, email])).toEqual([
      [['a'], 'Couple@Exemple.test'],
      [['b'], 'Couple@Exemple.test'],
    ]);
  });

  it('sends the same bytes once, whatever envelopes they go into', () => {
    const { entries } = planDocumentEntries(
      [preparedOf('same', 'a'), preparedOf('same', 'b')],
      context({ invitedAddresses: new Set(['a@exemple.test', 'b@exemple.test']) }),
    );
    expect(entries.filter(({ task }) => task.kind === 'upload')).toHaveLength(1);
  });

  it('leaves out, and says why, what no envelope can carry: not a byte of it is uploaded', () => {
    const noEmail = preparedOf('d1', 'a', { recipients: [recipientOf('a', { email: null })] });
    const noSigner = preparedOf('d2', 'b', { recipients: [recipientOf('b', { role: 'officer' })] });
    const { entries, leftOut, envelopes } = planDocumentEntries([noEmail, noSigner], context());
    expect(entries).toEqual([]);
    expect(leftOut).toEqual([
      { document: noEmail, reason: 'no-email' },
      { document: noSigner, reason: 'signer-missing' },
    ]);
    expect(envelopes).toBe(0);
  });
});

describe('invited addresses', () => {
  it('knows an address by any client that has it and by the invitations, however it is written', () => {
    const clients = [
      { email: 'A@Exemple.test', invitation: 'connected' as const },
      { email: 'b@exemple.test', invitation: 'none' as const },
      { email: '', invitation: 'invited' as const },
    ];
    expect([...invitedAddresses(clients, [{ email: ' C@exemple.test' }])]).toEqual([
      'a@exemple.test',
      'c@exemple.test',
    ]);
  });
});

describe('« Invité, jamais connecté »', () => {
  const known = (email: string, invitation: 'none' | 'invited' | 'connected') => ({ email, invitation });

  it('is an address invited that no client of it ever used; one never invited is in neither', () => {
    const states = invitationStates([
      known('a@exemple.test', 'invited'),
      known('Couple@exemple.test', 'connected'),
      known(' couple@exemple.test', 'invited'),
      known('c@exemple.test', 'none'),
    ]);
    expect([...states]).toEqual([
      ['a@exemple.test', 'invited'],
      ['couple@exemple.test', 'connected'],
    ]);
  });
});
