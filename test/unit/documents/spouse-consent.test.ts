import { describe, expect, it } from 'vitest';
import type { LocalClient } from '../../../src/core/clients/client';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { documentFacts } from '../../../src/core/documents/document-facts';
import { judgeDocument } from '../../../src/core/documents/judge-document';
import { isConsented, withConsent, withoutConsent } from '../../../src/core/documents/spouse-consent';
import type { SpouseConsent } from '../../../src/core/documents/spouse-consent';
import type { FormCode } from '../../../src/core/forms/form-code';
import type { LocalClientId, RowId } from '../../../src/core/ids';
import { testClient } from './test-client';
import { line, page } from './test-page';

const HOME = { household: 'h1', clientNumber: '7003', maritalStatus: 'married' } as const;
const anne = (over: Partial<LocalClient> = {}) =>
  testClient('anne', 'Anne Fictive', { ...HOME, relation: 'head', sin: '911000016', ...over });
const bob = (over: Partial<LocalClient> = {}) =>
  testClient('bob', 'Bob Inventé', { ...HOME, relation: 'spouse', language: 'en', ...over });
const CONSENT: SpouseConsent = {
  client: 'anne' as LocalClientId,
  spouse: 'bob' as LocalClientId,
  how: 'written',
  on: '2026-03-01',
  by: 'Odile',
};

const PAGES: Partial<Record<FormCode, readonly string[]>> = {
  T1: ['5005-R F (25)', 'Année d’imposition 2025', 'Nom de famille Fictive', 'Prénom Anne', 'NAS 911 000 016'],
  T183: ['T183 F (25)', 'Année d’imposition 2025', 'NAS 911 000 016'],
};
const SIGNED = [
  line('Signature du particulier nommé à la partie A', 40, 103),
  line('2026-03-15 Année Mois Jour', 330, 89),
];

function judged(clients: readonly LocalClient[], consents: readonly SpouseConsent[], form: 'T1' | 'T183' = 'T1') {
  const pages = [page([...(PAGES[form] ?? []), ...(form === 'T183' ? SIGNED : [])])];
  const row = judgeDocument({
    id: 'row' as RowId,
    sourceName: `2025 ${form} - Anne Fictive.pdf`,
    size: 1,
    facts: documentFacts(pages),
    signed: false,
    options: { form: 'by-content', naming: 'detect', taxYear: 2025 },
    directory: new ClientDirectory(clients),
    assigned: null,
    consents,
  });
  return {
    client: row.client?.id,
    to: row.recipients.map(({ clientId, role, email, language }) => [clientId, role, email, language].join(' ')),
    spouse: row.spouse?.consented,
    issues: row.issues.map(({ code }) => code).filter((code) => /email/.test(code)),
  };
}
const ANNE = 'anne taxpayer anne@example.com fr';
const BOB = 'bob spouse bob@example.com en';

describe('a return and the other spouse', () => {
  it('reaches its taxpayer alone without a consent', () => {
    expect(judged([anne(), bob()], [])).toEqual({ client: 'anne', to: [ANNE], spouse: false, issues: [] });
  });

  it('reaches both with it', () => {
    expect(judged([anne(), bob()], [CONSENT])).toEqual({ client: 'anne', to: [ANNE, BOB], spouse: true, issues: [] });
  });

  it('reaches the spouse for both where the taxpayer has no address', () => {
    expect(judged([anne({ email: null }), bob()], [])).toMatchObject({ issues: ['no-email'] });
    expect(judged([anne({ email: null }), bob()], [CONSENT])).toMatchObject({ to: [BOB], issues: [] });
  });

  it.each([
    ['the other’s consent', anne(), bob(), [{ ...CONSENT, client: CONSENT.spouse, spouse: CONSENT.client }]],
    ['a consent to somebody else', anne(), bob(), [{ ...CONSENT, spouse: 'carl' as LocalClientId }]],
  ] as const)('is not moved by %s', (_, a, b, consents) => {
    expect(judged([a, b], consents)).toMatchObject({ to: [ANNE], spouse: false });
  });

  it.each([
    ['they separated', anne({ maritalStatus: 'separated' }), bob()],
    ['the spouse died', anne(), bob({ deceased: true })],
    ['the spouse is represented', anne(), bob({ representative: { name: 'L. Tutrice', title: null, email: null } })],
    ['the spouse has no address', anne(), bob({ email: null })],
    ['the spouse’s address is in doubt', anne(), bob({ emailHeld: 'autre@example.com' })],
    ['one address is both’s', anne(), bob({ email: 'Anne@Example.com' })],
    ['they are of two households', anne(), bob({ household: 'h2', clientNumber: '7004' })],
    ['the other is a child', anne(), bob({ relation: 'dependant' })],
    ['nobody says who is whose spouse', anne(), bob({ relation: 'head' })],
  ])('goes no further once %s, whatever was recorded', (_, a, b) => {
    expect(judged([a, b], [CONSENT])).toMatchObject({ to: [ANNE], spouse: undefined });
  });

  it('does not leave at all while the taxpayer’s own address is in doubt', () => {
    const held = judged([anne({ emailHeld: 'autre@example.com' }), bob()], [CONSENT]);
    expect(held).toMatchObject({ spouse: undefined, issues: ['email-held'] });
    expect(held.to.join()).not.toContain('bob');
  });

  it('goes to nobody in particular where two could be the spouse', () => {
    const other = testClient('zoe', 'Zoé Tierce', { ...HOME, relation: 'spouse' });
    expect(judged([anne(), bob(), other], [CONSENT])).toMatchObject({ to: [ANNE], spouse: undefined });
  });

  it('what is signed reaches its signer alone', () => {
    expect(judged([anne(), bob()], [CONSENT], 'T183')).toMatchObject({ to: [ANNE], spouse: undefined });
  });
});

describe('consents', () => {
  it('one for each client: the newer stands; withdrawn, none', () => {
    const later = { ...CONSENT, on: '2026-04-01', how: 'in-person' } as const;
    expect(withConsent([CONSENT], later)).toEqual([later]);
    expect(withoutConsent([CONSENT, { ...CONSENT, client: CONSENT.spouse }], CONSENT.client)).toHaveLength(1);
  });

  it('are looked for again before anything leaves', () => {
    const recipient = {
      clientId: CONSENT.spouse,
      role: 'spouse',
      name: 'B',
      email: 'b@example.com',
      language: 'fr',
    } as const;
    const document = { clientId: CONSENT.client, recipients: [recipient] };
    expect(isConsented(document, [CONSENT])).toBe(true);
    expect(isConsented(document, [])).toBe(false);
    expect(isConsented({ ...document, recipients: [{ ...recipient, role: 'taxpayer' }] }, [])).toBe(true);
  });
});
