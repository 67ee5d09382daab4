import { expect, it } from 'vitest';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { clientsOfFileName } from '../../../src/core/documents/named-clients';
import { testClient } from './test-client';

/** Fictitious; the SINs end in 4286 and 2544. */
const marc = testClient('marc', 'Marc St-Pierre', { sin: '046454286' });
const marie = testClient('marie', 'Marie St-Pierre', { sin: '130692544' });
const luc = testClient('luc', 'Luc Sansnumero', { sin: null });
const directory = new ClientDirectory([marc, marie, luc]);
const named = (stem: string) => {
  const { clients, near } = clientsOfFileName(null, stem, directory);
  return { clients: clients.map(({ id }) => id), near: near.map(({ id }) => id) };
};

// File names of no nomenclature.
it.each([
  ['the initial of two, the number of one', 'copie *****4286 - St-Pierre M. - à signer', ['marc'], []],
  ['whole name and number', 'copie XXX XXX 544 - Marie St-Pierre - à signer', ['marie'], []],
  ['the number of somebody else than the name', 'copie *****9999 - Marc St-Pierre - à signer', [], ['marc']],
  ['a number that the list leaves blank', 'copie *****9999 - Luc Sansnumero - à signer', ['luc'], []],
  ['two numbers settle nothing: the name does', 'copie *****4286 et *****2544 - Luc Sansnumero', ['luc'], []],
] as const)('a masked SIN beside a name: %s', (_, stem, clients, near) => {
  expect(named(stem)).toEqual({ clients, near });
});

it('of spouses who share the number in front, the one whose name stands whole; both where none does', () => {
  const shared = { clientNumber: '2011', household: 'h' };
  const sylvie = testClient('sylvie', 'Sylvie Saint-Onge', shared);
  const claude = testClient('claude', 'Marie Claude Saint-Onge', shared);
  const meant = (stem: string) =>
    clientsOfFileName(null, stem, new ClientDirectory([sylvie, claude])).clients.map(({ id }) => id);
  expect(meant('2011 - Sylvie Saint-Onge (82)')).toEqual(['sylvie']);
  expect(meant('2011 - Marie Claude Saint-Onge (82)')).toEqual(['claude']);
  expect(meant('2011 - famille Saint-Onge (82)')).toEqual(['sylvie', 'claude']);
});
