import { describe, expect, it } from 'vitest';
import type { ImportedClient, ServerClient } from '../../../src/core/clients/client';
import { linkRows, type LinkKnowledge, type LinkOutcome } from '../../../src/core/clients/link';
import type { LocalClientId } from '../../../src/core/ids';
import { anAddress, anImported, aServer } from './support/clients';

function link(
  clients: readonly ImportedClient[],
  serverClients: readonly ServerClient[],
  more: Partial<LinkKnowledge> = {},
): LinkOutcome[] {
  return linkRows(
    clients.map((client) => ({
      client,
      identifierHash: client.sin && `hash-${client.sin}`,
      localId: null,
      code: null,
    })),
    { serverClients, officeIndex: new Map(), links: new Map(), ...more },
  );
}

const brief = (outcomes: readonly LinkOutcome[]) =>
  outcomes.map((outcome) =>
    outcome.kind === 'linked'
      ? [outcome.link.serverId, outcome.link.basis]
      : outcome.kind === 'check'
        ? [outcome.doubt, outcome.candidates.map(({ id }) => id)]
        : 'new',
  );

describe('first linking', () => {
  it('by code with an agreeing name, e-mail, postal code, telephone', () => {
    const rows = [
      anImported('Éloi Alizé', { clientNumber: '12' }),
      anImported('Nord Bise', { email: 'nord@b.example' }),
      anImported('Anne Zéphyr', { address: anAddress({ postalCode: 'H2X 1Y4' }) }),
      anImported('Léo Mistral', { phone: '+15145550123' }),
    ];
    const servers = [
      aServer(1, 'Alizé, Eloi', { code: '12' }),
      aServer(2, 'NORD BISE', { email: 'Nord@B.example' }),
      aServer(3, 'Anne Zéphyr', { zipcode: 'h2x1y4' }),
      aServer(4, 'Léo Mistral', { phone: '(514) 555-0123' }),
    ];
    expect(brief(link(rows, servers))).toEqual([
      [1, 'code-and-name'],
      [2, 'name-and-email'],
      [3, 'name-and-postal-code'],
      [4, 'name-and-phone'],
    ]);
  });

  it('a code alone links nobody: the spouse who shares it is new', () => {
    const rows = [
      anImported('Éloi Alizé', { clientNumber: '12', relation: 'head' }),
      anImported('Nord Bise', { clientNumber: '12', relation: 'spouse' }),
    ];
    expect(brief(link(rows, [aServer(1, 'Éloi Alizé', { code: '12' })]))).toEqual([[1, 'code-and-name'], 'new']);
    expect(brief(link(rows.slice(1), [aServer(1, 'Éloi Alizé', { code: '12' })]))).toEqual(['new']);
  });

  it('the same code or e-mail with half the name is to be looked at: a new surname', () => {
    const servers = [aServer(1, 'Anne Zéphyr', { code: '12', email: 'anne@b.example' })];
    expect(brief(link([anImported('Anne Mistral', { clientNumber: '12' })], servers))).toEqual([['near-name', [1]]]);
    expect(brief(link([anImported('Anne Mistral', { email: 'anne@b.example' })], servers))).toEqual([
      ['near-name', [1]],
    ]);
    expect(brief(link([anImported('Anne Mistral')], servers))).toEqual(['new']);
  });

  it('a near or an equal name without any ground is never new', () => {
    const servers = [aServer(1, 'Jean-Phillipe Gagnebois'), aServer(2, 'Éloi Alizé', { zipcode: 'G1A 1A1' })];
    expect(
      brief(
        link(
          [
            anImported('Jean-Philippe Gagnebois'),
            anImported('Éloi Alizé', { address: anAddress({ postalCode: 'H2X 1Y4' }) }),
          ],
          servers,
        ),
      ),
    ).toEqual([
      ['near-name', [1]],
      ['near-name', [2]],
    ]);
  });

  it('a client linked to its own row is no candidate for another', () => {
    const rows = [anImported('Louis Alizé', { clientNumber: '1' }), anImported('Louise Alizé', { clientNumber: '1' })];
    expect(brief(link(rows, [aServer(1, 'Louis Alizé', { code: '1' })]))).toEqual([[1, 'code-and-name'], 'new']);
  });

  it('two rows for one client, or two clients for one row: both to be checked, and no weaker ground steps in', () => {
    const twins = [
      anImported('Éloi Alizé', { email: 'a@b.example' }),
      anImported('Eloi Alizé', { email: 'a@b.example' }),
    ];
    expect(brief(link(twins, [aServer(1, 'Éloi Alizé', { email: 'a@b.example' })]))).toEqual([
      ['several-matches', [1]],
      ['several-matches', [1]],
    ]);
    const servers = [
      aServer(2, 'Éloi Alizé', { email: 'a@b.example', zipcode: 'H2X 1Y4' }),
      aServer(1, 'Éloi Alizé', { email: 'a@b.example' }),
    ];
    const rows = [
      anImported('Éloi Alizé', { email: 'a@b.example' }),
      anImported('Éloi Alizé', { address: anAddress({ postalCode: 'H2X 1Y4' }) }),
    ];
    expect(brief(link(rows, servers))).toEqual([
      ['several-matches', [1, 2]],
      ['near-name', [1, 2]],
    ]);
  });

  it('the office index comes first, even under a new surname, but not under a wholly other name', () => {
    const officeIndex = new Map([
      ['hash-046454286', 1],
      ['hash-130692544', 2],
    ]);
    const servers = [aServer(1, 'Anne Zéphyr'), aServer(2, 'Éloi Alizé'), aServer(3, 'Anne Mistral', { code: '9' })];
    const rows = [
      anImported('Anne Mistral', { sin: '046454286', clientNumber: '9' }),
      anImported('Nord Bise', { sin: '130692544' }),
    ];
    expect(brief(link(rows, servers, { officeIndex }))).toEqual([
      [1, 'office-index'],
      ['other-name-for-identifier', [2]],
    ]);
  });

  it('this workstation’s own link holds, unless the client is gone from the server', () => {
    const row = {
      client: anImported('Éloi Alizé'),
      identifierHash: null,
      localId: 'local' as LocalClientId,
      code: null,
    };
    const links = new Map([[row.localId, 7]]);
    const knowledge = { officeIndex: new Map(), links };
    expect(brief(linkRows([row], { ...knowledge, serverClients: [aServer(7, 'Éloi Alizé')] }))).toEqual([
      [7, 'office-index'],
    ]);
    expect(brief(linkRows([row], { ...knowledge, serverClients: [] }))).toEqual(['new']);
  });
});
