// product.md §2.5, line by line: from the client's record to the envelopes that would leave.
import { describe, expect, it } from 'vitest';
import type { LocalClient } from '../../../src/core/clients/client';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { recipientIssues, recipientsOf } from '../../../src/core/documents/recipients';
import { FORM_CATALOG } from '../../../src/core/forms/catalog';
import type { FormCode } from '../../../src/core/forms/form-code';
import type { BatchId, NewId } from '../../../src/core/ids';
import { planDocumentEntries } from '../../../src/core/outbox/plan-document-entries';
import { preparedOf, signatureOf } from '../../fakes/prepared-documents';
import { testClient } from './test-client';

const DAY = '2026-04-30';
const FORMS = Object.keys(FORM_CATALOG) as FormCode[];
const signatory = (name: string, email: string | null) => ({ name, title: null, email });
const MAIL = 'couple@exemple.test';
const ada = testClient('ada', 'Ada Fictive', { email: MAIL, household: 'h', relation: 'head' });
const bob = testClient('bob', 'Bob Fictif', { email: MAIL, household: 'h', relation: 'spouse' });

interface Sent {
  readonly client: LocalClient;
  readonly form: FormCode;
}

/** The envelopes that documents of these clients would leave in, and what stays. */
function envelopesOf(sent: readonly Sent[], invited: readonly string[] = []) {
  let count = 0;
  const newId: NewId = <T extends string>() => `id${++count}` as T;
  const documents = sent.map(({ client, form }, index) => {
    const recipients = recipientsOf(client, form, DAY);
    const signer = FORM_CATALOG[form].signers[0];
    const fields = signer === undefined ? [] : [signatureOf(signer)];
    return preparedOf(`d${index}`, client.id, { clientId: client.id, form, recipients, fields });
  });
  const { entries, leftOut } = planDocumentEntries(documents, {
    batch: 'b' as BatchId,
    now: 1,
    newId,
    emailTemplateId: 't',
    folderTitle: 'Documents',
    pendingCreates: new Map(),
    pendingInvitations: new Map(),
    invitedAddresses: new Set(invited),
  });
  return {
    entries,
    leftOut: leftOut.map(({ reason }) => reason),
    drafts: entries.flatMap(({ task }) => (task.kind === 'envelope' ? [task.draft] : [])),
    kinds: entries.map(({ task }) => task.kind),
    addresses: entries.flatMap(({ task }) =>
      task.kind === 'envelope' ? task.draft.recipients.map(({ email }) => email) : [],
    ),
  };
}

describe('each adult has their own envelope, also when a couple shares an e-mail', () => {
  it('two envelopes, each with one recipient, whose client it is', () => {
    const { drafts, entries } = envelopesOf([
      { client: ada, form: 'T183' },
      { client: bob, form: 'T183' },
    ]);
    expect(drafts.map(({ recipients }) => recipients.map(({ name }) => name))).toEqual([
      ['Ada Fictive'],
      ['Bob Fictif'],
    ]);
    const clients = entries.flatMap(({ task }) => (task.kind === 'envelope' ? [task.client] : []));
    expect(clients).toEqual(['ada', 'bob']);
  });

  it('and each is made known to the address on their own account, so that each has a second factor', () => {
    const { entries } = envelopesOf([
      { client: ada, form: 'T183' },
      { client: bob, form: 'T183' },
    ]);
    const invited = entries.flatMap(({ task }) => (task.kind === 'invitation' ? [task.clients] : []));
    expect(invited).toEqual([['ada'], ['bob']]);
  });
});

describe('one spouse’s return reaches the other only with recorded consent', () => {
  // No consent can be recorded yet: so that no form of one is ever addressed to the other, whatever links them.
  it.each(FORMS)('%s of one goes to that one alone', (form) => {
    for (const status of ['married', 'common-law', 'separated', 'divorced', null] as const) {
      const recipients = recipientsOf({ ...ada, maritalStatus: status }, form, DAY);
      expect(recipients.map(({ clientId }) => clientId)).toEqual(['ada']);
    }
  });
});

describe('a corporation', () => {
  it('its officer receives, by name, title’s role and e-mail', () => {
    const company = testClient('inc', 'Gestion Fictive inc.', {
      kind: 'corporation',
      email: 'info@exemple.test',
      officer: { name: 'Olga Fictive', title: 'présidente', email: 'olga@exemple.test' },
    });
    const { drafts } = envelopesOf([{ client: company, form: 'T183CORP' }]);
    expect(drafts[0]?.recipients).toMatchObject([
      { name: 'Olga Fictive', role: 'officer', email: 'olga@exemple.test' },
    ]);
  });
});

describe('who cannot sign', () => {
  const dead = { deceased: true, deathDate: '2026-01-15' };
  it.each([
    ['deceased: the liquidator', { ...dead, representative: signatory('Rita Liquidatrice', 'r@exemple.test') }],
    ['a minor: the tutor', { birthDate: '2015-03-12', representative: signatory('Rita Tutrice', 'r@exemple.test') }],
    ['incapable: the mandatary', { representative: signatory('Rita Mandataire', 'r@exemple.test') }],
    ['bankrupt: the trustee', { representative: signatory('Rita Syndique', 'r@exemple.test') }],
  ] as const)('%s', (_, over) => {
    const client = testClient('c', 'Camil Fictif', over);
    const { drafts } = envelopesOf([{ client, form: 'T183' }]);
    expect(drafts[0]?.recipients).toMatchObject([
      { name: over.representative.name, role: 'representative', email: 'r@exemple.test' },
    ]);
    // The field of the taxpayer is theirs to sign.
    expect(drafts[0]?.documents[0]?.fields.map(({ recipient }) => recipient)).toEqual(['r1']);
  });

  it('a trust: its trustee', () => {
    const trust = testClient('t', 'Fiducie Fictive', {
      kind: 'trust',
      email: 'fiducie@exemple.test',
      representative: signatory('Tom Fiduciaire', 'tom@exemple.test'),
    });
    expect(envelopesOf([{ client: trust, form: 'T183TRUST' }]).addresses).toEqual(['tom@exemple.test']);
  });

  it.each(FORMS)('%s: never the deceased’s own e-mail, nor a minor’s', (form) => {
    const people = [dead, { birthDate: '2015-03-12' }].flatMap((over) => [
      testClient('c', 'Camil Fictif', over),
      testClient('c', 'Camil Fictif', { ...over, representative: signatory('Rita', null) }),
    ]);
    for (const client of people) expect(envelopesOf([{ client, form }]).addresses).toEqual([]);
  });
});

describe('the paper lane', () => {
  it('who has no address: said, and nothing of it is uploaded, invited or sent', () => {
    const client = testClient('p', 'Paul Papier', { email: null });
    const { entries, leftOut } = envelopesOf([{ client, form: 'T183' }]);
    expect({ entries, leftOut }).toEqual({ entries: [], leftOut: ['no-email'] });
    const issues = recipientIssues(client, recipientsOf(client, 'T183', DAY), new ClientDirectory([client]), DAY);
    expect(issues).toEqual([{ code: 'no-email', severity: 'check' }]);
  });

  it('and the others of the batch leave all the same', () => {
    const { addresses } = envelopesOf([
      { client: testClient('p', 'Paul Papier', { email: null }), form: 'T183' },
      { client: testClient('c', 'Camil Fictif'), form: 'T183' },
    ]);
    expect(addresses).toEqual(['c@example.com']);
  });
});

describe('invitations', () => {
  const client = testClient('c', 'Camil Fictif');
  it('a recipient never invited is invited first, in their language: the envelope waits for it', () => {
    const { entries, kinds } = envelopesOf([{ client: { ...client, language: 'en' }, form: 'T183' }]);
    expect(kinds).toEqual(['invitation', 'upload', 'envelope', 'envelope-send']);
    expect(entries[0]?.task).toMatchObject({ language: 'en', email: 'c@example.com' });
    expect(entries[2]?.dependsOn).toContain(entries[0]?.id);
  });

  it('one invited before, connected or not, is not invited again', () => {
    expect(envelopesOf([{ client, form: 'T183' }], ['c@example.com']).kinds).toEqual([
      'upload',
      'envelope',
      'envelope-send',
    ]);
  });
});

describe('several documents share one envelope', () => {
  it('what one person signs in one, what is for consultation in another', () => {
    const client = testClient('c', 'Camil Fictif');
    const forms: FormCode[] = ['T183', 'TP-1000.TE', 'ENGAGEMENT', 'INVOICE', 'T1'];
    const { drafts } = envelopesOf(forms.map((form) => ({ client, form })));
    const byPurpose = drafts.map(({ purpose, documents }) => [purpose, documents.map(({ formCode }) => formCode)]);
    const signed = forms.filter((form) => FORM_CATALOG[form].signers.length > 0);
    expect(byPurpose).toEqual([
      ['signature', signed],
      ['consultation', forms.filter((form) => !signed.includes(form))],
    ]);
    expect(signed.length).toBeGreaterThan(1);
  });

  it('two people’s never do', () => {
    const { drafts } = envelopesOf([
      { client: ada, form: 'INVOICE' },
      { client: bob, form: 'INVOICE' },
    ]);
    expect(drafts).toHaveLength(2);
  });
});
