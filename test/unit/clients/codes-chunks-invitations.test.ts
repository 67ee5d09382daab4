import { describe, expect, it } from 'vitest';
import { assignCodes } from '../../../src/core/clients/assign-codes';
import { CHUNK_SIZE, mergeIntoChunks } from '../../../src/core/clients/client-chunks';
import { canonicalRecord, identifierText, mergeSnapshot } from '../../../src/core/clients/client-snapshot';
import { planInvitations } from '../../../src/core/clients/invitations';
import { toLocalClient } from '../../../src/core/clients/local-client';
import { isMintedCode, mintCode } from '../../../src/core/clients/mint-code';
import { recogniseLocal } from '../../../src/core/clients/recognise-local';
import type { LocalClientId } from '../../../src/core/ids';
import { invitedAddresses } from '../../../src/core/outbox/invited-addresses';
import { aLocal, anAddress, anImported, aServer } from './support/clients';

describe('codes', () => {
  const minting = () => {
    let count = 0;
    return () => `IS-${String(++count).padStart(8, '0')}`;
  };
  const ask = (
    full: string,
    clientNumber: string | null,
    relation: 'head' | 'spouse' | null = null,
    known: string | null = null,
  ) => ({
    client: anImported(full, { clientNumber, relation }),
    known,
  });

  it('are eight letters and digits without I, L, O, U', () => {
    expect(mintCode(() => 0)).toBe('IS-00000000');
    expect(mintCode((below) => below - 1)).toBe('IS-ZZZZZZZZ');
    expect(isMintedCode('IS-7K3M9Q2X')).toBe(true);
    expect(isMintedCode('IS-7K3M9Q2I')).toBe(false);
    expect(isMintedCode('1001')).toBe(false);
  });

  it('the head keeps the number of the family, in any order; the others are minted', () => {
    const [spouse, head] = [ask('Anne Alizé', '7', 'spouse'), ask('Éloi Alizé', '7', 'head')];
    const headFirst = { code: '7', minted: false, taken: false };
    expect(assignCodes([spouse, head], new Set(), minting())[1]).toEqual(headFirst);
    expect(assignCodes([head, spouse], new Set(), minting())).toEqual([
      headFirst,
      { code: 'IS-00000001', minted: true, taken: true },
    ]);
  });

  it('absent or taken is minted, never twice, and never one already there', () => {
    const answers = assignCodes(
      [ask('A A', null), ask('B B', 'gb-1'), ask('C C', 'X', null, 'IS-7K3M9Q2X')],
      new Set(['gb-1', 'is-00000001']),
      minting(),
    );
    expect(answers).toEqual([
      { code: 'IS-00000002', minted: true, taken: false },
      { code: 'IS-00000003', minted: true, taken: true },
      { code: 'IS-7K3M9Q2X', minted: true, taken: false },
    ]);
  });
});

describe('invitations', () => {
  it('one per address, only for new clients, never for an address invited before', () => {
    const invited = invitedAddresses(
      [
        aServer(1, 'A', { email: 'Old@b.example', invitation: 'invited' }),
        aServer(2, 'B', { email: 'in@b.example', invitation: 'connected' }),
        aServer(3, 'C', { email: 'never@b.example' }),
      ],
      [],
    );
    const requests = [
      { status: 'create', email: 'new@b.example', invited: true, order: '1' },
      { status: 'create', email: 'new@b.example', invited: true, order: '0' },
      { status: 'create', email: 'old@b.example', invited: true, order: '2' },
      { status: 'create', email: null, invited: true, order: '3' },
      { status: 'update', email: 'never@b.example', invited: true, order: '4' },
      { status: 'create', email: 'never@b.example', invited: true, order: '5' },
      // A child at a parent's address: somebody else signs, whatever the order.
      { status: 'create', email: 'never@b.example', invited: false, order: '00' },
    ] as const;
    expect(planInvitations(requests, invited, true)).toEqual([
      'with-another-row',
      'invite',
      'already-invited',
      'no-email',
      'not-new',
      'invite',
      'represented',
    ]);
    expect(planInvitations(requests.slice(0, 1), invited, false)).toEqual(['unavailable']);
  });
});

describe('clients kept here', () => {
  it('are known again by SIN, by number or code with the name, by name with birth date, e-mail or postal code', () => {
    const locals = [
      aLocal('a', 'Éloi Alizé', { sin: '046454286' }),
      aLocal('b', 'Nord Bise', { clientNumber: '7', code: 'IS-7K3M9Q2X' }),
      aLocal('c', 'Anne Zéphyr', { birthDate: '1980-01-02' }),
      aLocal('d', 'Léo Mistral', { email: 'leo@b.example' }),
      aLocal('e', 'Max Foehn', { address: anAddress({ postalCode: 'H2X 1Y4' }) }),
    ];
    const rows = [
      anImported('Éloi Alizé-Bise', { sin: '046454286' }),
      anImported('Bise, Nord', { clientNumber: '7' }),
      anImported('Anne Zéphyr', { birthDate: '1980-01-02' }),
      anImported('Léo Mistral', { email: 'leo@b.example' }),
      anImported('Max Foehn', { address: anAddress({ postalCode: 'H2X 1Y4' }) }),
      anImported('Léa Bise', { clientNumber: '7' }),
    ];
    expect(recogniseLocal(rows, locals).map((local) => local?.id ?? null)).toEqual(['a', 'b', 'c', 'd', 'e', null]);
  });

  it('two SINs or two birth dates are two people; two rows for one client are nobody', () => {
    const locals = [aLocal('a', 'Éloi Alizé', { sin: '046454286', clientNumber: '7', birthDate: '1980-01-02' })];
    expect(recogniseLocal([anImported('Éloi Alizé', { sin: '130692544', clientNumber: '7' })], locals)).toEqual([null]);
    expect(recogniseLocal([anImported('Éloi Alizé', { birthDate: '2010-01-02', clientNumber: '7' })], locals)).toEqual([
      null,
    ]);
    const twice = [anImported('Éloi Alizé', { clientNumber: '7' }), anImported('Eloi Alizé', { clientNumber: '7' })];
    expect(recogniseLocal(twice, locals)).toEqual([null, null]);
  });

  it('a silent list erases nothing of them', () => {
    const id = 'a' as LocalClientId;
    const previous = aLocal('a', 'Éloi Alizé', {
      sin: '046454286',
      birthDate: '1980-01-02',
      language: 'en',
      relation: 'head',
      address: anAddress({ street: '1, rue X', unit: '4', postalCode: 'H2X 1Y4' }),
    });
    const server = aServer(1, 'Éloi Alizé', { email: 'Eloi@B.example' });
    expect(toLocalClient(id, '7', anImported('Éloi Alizé'), previous, server)).toMatchObject({
      code: '7',
      sin: '046454286',
      birthDate: '1980-01-02',
      language: 'en',
      email: 'eloi@b.example',
      relation: 'head',
      address: { street: '1, rue X', unit: '4', postalCode: 'H2X 1Y4' },
    });
    const moved = anImported('Éloi Alizé', { address: anAddress({ street: '2, rue Y' }) });
    expect(toLocalClient(id, '7', moved, previous, null).address).toEqual(anAddress({ street: '2, rue Y' }));
  });

  it('lie in chunks of 500: a known one changes in place, new ones fill the last chunk first', () => {
    let made = 0;
    const newChunkId = () => `chunk-${++made}`;
    const many = Array.from({ length: CHUNK_SIZE + 1 }, (_client, index) => aLocal(`c${index}`, 'A B'));
    const first = mergeIntoChunks([], many, newChunkId);
    expect(first.chunks.map(({ id, clients }) => [id, clients.length])).toEqual([
      ['chunk-1', 500],
      ['chunk-2', 1],
    ]);
    const second = mergeIntoChunks(first.chunks, [aLocal('c3', 'Nouveau Nom'), aLocal('n', 'C D')], newChunkId);
    expect(second.changed.map(({ id }) => id)).toEqual(['chunk-1', 'chunk-2']);
    expect(second.chunks[0]?.clients[3]?.name.full).toBe('Nouveau Nom');
    expect(second.chunks[1]?.clients.map(({ id }) => id)).toEqual(['c500', 'n']);
    const third = mergeIntoChunks(second.chunks, [aLocal('n', 'C E')], newChunkId);
    expect(third.changed.map(({ id }) => id)).toEqual(['chunk-2']);
    expect(mergeIntoChunks(third.chunks, [], newChunkId).changed).toEqual([]);
  });

  it('have one line each in the snapshot, and equal text for equal records', () => {
    const line = (localId: string, identifierHash: string) => ({ localId: localId as LocalClientId, identifierHash });
    expect(mergeSnapshot([line('a', '1'), line('b', '1')], [line('b', '2'), line('c', '1')])).toEqual([
      line('a', '1'),
      line('b', '2'),
      line('c', '1'),
    ]);
    const record = aLocal('a', 'Éloi Alizé', { sin: '046454286' });
    const shuffled = Object.fromEntries(Object.entries(record).reverse()) as unknown as typeof record;
    expect(canonicalRecord(shuffled)).toBe(canonicalRecord(record));
    expect(identifierText(record)).toBe('sin:046454286');
    expect(identifierText({ sin: null, businessNumber: '123026635' })).toBe('bn:123026635');
    expect(identifierText({ sin: null, businessNumber: null })).toBeNull();
  });
});
