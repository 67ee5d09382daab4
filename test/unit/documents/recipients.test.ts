import { describe, expect, it } from 'vitest';
import type { LocalClient } from '../../../src/core/clients/client';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { recipientIssues, recipientsOf } from '../../../src/core/documents/recipients';
import { testClient } from './test-client';

const signatory = (email: string | null) => ({ name: 'Louise Tuteur', title: null, email });
const DAY = '2026-04-30';

function ask(over: Partial<LocalClient>, others: readonly LocalClient[] = []) {
  const client = testClient('c', 'Jean Fictif', over);
  const recipients = recipientsOf(client, 'T183', DAY);
  const issues = recipientIssues(client, recipients, new ClientDirectory([client, ...others]), DAY);
  return { email: recipients[0]?.email, role: recipients[0]?.role, issues: issues.map(({ code }) => code) };
}

describe('who receives', () => {
  it.each([
    ['an able adult', {}, { email: 'c@example.com', role: 'taxpayer', issues: [] }],
    ['no e-mail', { email: null }, { email: null, issues: ['no-email'] }],
    [
      'deceased, with a liquidator',
      { deceased: true, representative: signatory('l@example.com') },
      { email: 'l@example.com', role: 'representative', issues: [] },
    ],
    [
      'deceased, liquidator without an address: the paper lane',
      { deceased: true, representative: signatory(null) },
      { email: null, issues: ['no-email'] },
    ],
    [
      'deceased, nobody known: never the own address',
      { deceased: true },
      { email: null, issues: ['representative-unknown', 'no-email'] },
    ],
    [
      'an e-mail that the list would replace, undecided: neither address',
      { emailHeld: 'nouvelle@example.com' },
      { email: null, issues: ['email-held'] },
    ],
    [
      'an e-mail on hold that nothing would go to anyway',
      { emailHeld: 'nouvelle@example.com', deceased: true, representative: signatory('l@example.com') },
      { email: 'l@example.com', issues: [] },
    ],
    [
      'a deceased on hold: no choice of address would help',
      { emailHeld: 'nouvelle@example.com', deceased: true },
      { email: null, issues: ['representative-unknown', 'no-email'] },
    ],
    [
      'a company on hold whose officer has no address',
      { kind: 'corporation', officer: signatory(null), emailHeld: 'nouvelle@example.com' },
      { email: null, issues: ['email-held'] },
    ],
    ['a minor', { birthDate: '2012-05-17' }, { email: null, issues: ['representative-unknown', 'no-email'] }],
    [
      'a minor with a tutor',
      { birthDate: '2012-05-17', representative: signatory('t@example.com') },
      { email: 't@example.com', role: 'representative', issues: [] },
    ],
    ['of age that season', { birthDate: '2008-04-30' }, { email: 'c@example.com', issues: [] }],
    [
      'a company: its officer',
      { kind: 'corporation', officer: signatory('o@example.com') },
      { email: 'o@example.com', issues: [] },
    ],
    [
      'a company whose officer has no address: the company’s',
      { kind: 'corporation', officer: signatory(null) },
      { email: 'c@example.com', issues: [] },
    ],
    [
      'a trust: its trustee',
      { kind: 'trust', email: null, representative: signatory('f@example.com') },
      { email: 'f@example.com', issues: [] },
    ],
  ] as const)('%s', (_, over, expected) => expect(ask(over)).toMatchObject(expected));

  it('a couple with one address is told; an owner-manager who uses their own for the company is not', () => {
    const spouse = testClient('s', 'Anne Fictif', { email: 'c@example.com' });
    expect(ask({}, [spouse]).issues).toEqual(['shared-email']);
    expect(ask({ kind: 'corporation' }, [spouse]).issues).toEqual([]);
  });
});
