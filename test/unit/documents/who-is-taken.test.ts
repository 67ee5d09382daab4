import { describe, expect, it } from 'vitest';
import type { LocalClient } from '../../../src/core/clients/client';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { documentFacts } from '../../../src/core/documents/document-facts';
import { identify } from '../../../src/core/documents/identify';
import { ask, couple, home, identified, office } from './identified';
import { testClient } from './test-client';
import { page } from './test-page';

it('three digits and a name at another address: offered, not taken, but for the client’s own number', () => {
  const resident = testClient('r', 'Denise Hébert', {
    sin: '096150305',
    clientNumber: '77',
    address: home('H1C 2V5'),
  });
  const judge = (name: string, ...address: string[]) => {
    const t183 = ['T183 F (25)', 'Nom : HÉBERT, DENISE', 'NAS xxx-xxx-305', ...address];
    return identified([resident], name, 'T183', t183);
  };
  const other = judge('2025 T183 - Hébert, Denise.pdf', 'Québec QC J9G 8X0');
  expect(other).toMatchObject({ status: 'unmatched', client: null, candidates: [resident] });
  expect(other.evidence).toContainEqual({ code: 'content-postal-code', supports: false });
  expect(judge('2025 T183 - Hébert, Denise.pdf', 'Québec QC H1C 2V5').status).toBe('ready');
  expect(judge('77 - Hébert, Denise.pdf', 'Québec QC J9G 8X0').status).toBe('ready');
  const firm = ['Partie C – Déclarant par voie électronique', 'Québec QC J9G 8X0'];
  expect(judge('2025 T183 - Hébert, Denise.pdf', ...firm).status).toBe('ready');
});

it('three digits, a name, and another client number in the file name: offered, not taken', () => {
  const numbered = testClient('n', 'Denise Hébert', { sin: '096150305', clientNumber: '7701' });
  const judge = (name: string, ...others: LocalClient[]) =>
    identified([numbered, ...others], name, 'TP-1000.TE', [
      'TP-1000.TE (2025-10)',
      'Nom : HÉBERT, DENISE',
      'NAS xxx-xxx-305',
    ]);
  expect(judge('5104 - Hébert, Denise.pdf')).toMatchObject({ status: 'unmatched', candidates: [numbered] });
  expect(judge('7701 - Hébert, Denise.pdf')).toMatchObject({ status: 'ready', grade: 'masked' });
  // A rank in the batch is no client number.
  expect(judge('12 - Hébert, Denise.pdf')).toMatchObject({ status: 'ready', grade: 'masked' });
  // Unless the office has numbers as short.
  const short = testClient('short', 'Luc Brun', { clientNumber: '34' });
  expect(judge('12 - Hébert, Denise.pdf', short)).toMatchObject({ status: 'unmatched', candidates: [numbered] });
});

it('half of a name, where another client’s stands whole and their digits end alike: nobody is taken', () => {
  const claude = testClient('claude', 'Marie Claude Singh', { sin: '924475114' });
  const anneMarie = testClient('anne-marie', 'Anne-Marie Singh', { sin: '997805114' });
  const found = identified([claude, anneMarie], 'SINGH MARIE CLAUDE - 924 475 114 - T183.pdf', 'T183', [
    'T183 F (25)',
    'SINGH, ANNE MARIE',
    'NAS ___ ___ 114',
  ]);
  expect(found).toMatchObject({ status: 'unmatched', client: null });
});

it('spouses of one name and number, one without a SIN in the list: a number that is neither’s takes nobody', () => {
  const shared = { clientNumber: '3702', household: 'h', address: home('H0A 7V7') };
  const denise = testClient('head', 'Denise L’Heureux', { ...shared, relation: 'head' });
  const other = testClient('spouse', 'Denise L’Heureux', { ...shared, relation: 'spouse', sin: '046454286' });
  const tp1000 = [
    'Lic:33113/29.12/25 5 mars 2026 #3702',
    'TP-1000.TE (2025-10)',
    'Denise L’Heureux',
    'NAS xxx-xxx-976',
  ];
  const judge = (...clients: LocalClient[]) =>
    identified(clients, '2025 TP-1000.TE - Denise L’Heureux.pdf', 'TP-1000.TE', tp1000);
  expect(judge(denise, other)).toMatchObject({ status: 'unmatched', client: null });
  expect(judge(denise)).toMatchObject({ status: 'ready', grade: 'name-and-client-number' });
});

describe('whom the file name means', () => {
  it('of a Marie and a Marie-Ève who share a number, the one whose name is written whole', () => {
    const t183 = ['T183 F (25)', 'Marie Roy', 'NAS 046 454 286'];
    expect(ask('10 - Roy, Marie-Ève.pdf', 'T183', t183)).toMatchObject({ status: 'blocked', client: 'eve' });
    expect(ask('10 - Roy, Marie.pdf', 'T183', t183)).toMatchObject({ status: 'ready', client: 'marie' });
  });

  const tp1000 = ['TP-1000.TE (2025-10)', 'Prénom : Paul', 'Nom : Noir', 'NAS 978 408 086'];

  it('a name, and a SIN that the list has not: a namesake as likely, but for the client’s own number', () => {
    expect(ask('978408086 - Paul Noir.pdf', 'TP-1000.TE', tp1000)).toMatchObject({ status: 'unmatched', client: null });
    expect(ask('30 - Paul Noir.pdf', 'TP-1000.TE', tp1000)).toMatchObject({ status: 'confirm', client: 'blank' });
  });

  it('an initial that two of one number share: the content settles whose it is, and somebody looks', () => {
    const spouses = [
      testClient('michel', 'Michel D’Astous', { ...couple, sin: '968138966' }),
      testClient('marthe', 'Marthe D’Astous', { ...couple, sin: '046454286' }),
    ];
    const judge = (name: string) =>
      identified(spouses, name, 'TP-1000.TE', ['TP-1000.TE (2025-10)', 'Michel D’Astous', 'NAS XXX-XXX-966']);
    expect(judge('10 - D’Astous, M..pdf')).toMatchObject({ status: 'check', client: { id: 'michel' } });
    expect(judge('10 - D’Astous, Michel.pdf')).toMatchObject({ status: 'ready', client: { id: 'michel' } });
  });

  it('of two organisations whose names differ in their legal form alone, the one that is not written: somebody looks', () => {
    const organisations = [
      testClient('ltee', 'Gestion Noël limitée', { kind: 'corporation', businessNumber: '709779565' }),
      testClient('ltd', 'Gestion Noël Ltd.', { kind: 'corporation', businessNumber: '754570828' }),
    ];
    const judge = (name: string) =>
      identified(organisations, name, 'CO-1000.TE', [
        'CO-1000.TE (2025-10)',
        'Gestion Noël limitée',
        'NE 709779565 RC0001',
      ]);
    expect(judge('2025 CO-1000.TE - Gestion Noël Ltd.pdf')).toMatchObject({ status: 'check', client: { id: 'ltee' } });
    expect(judge('2025 CO-1000.TE - GESTION NOEL LIMITEE.pdf')).toMatchObject({
      status: 'ready',
      client: { id: 'ltee' },
    });
  });

  it('a SIN in a file name of no nomenclature, which is not the content owner’s: somebody looks', () => {
    const t183 = ['T183 F (25)', 'Marie Roy', 'NAS 046 454 286'];
    expect(ask('numérisé le 3 978408086 v2.pdf', 'T183', t183)).toMatchObject({ status: 'check', client: 'marie' });
    expect(ask('numérisé le 3 046454286 v2.pdf', 'T183', t183)).toMatchObject({ status: 'ready', client: 'marie' });
  });

  it('an initial, and a SIN that the list has not: the printed address decides', () => {
    expect(ask('978408086 - P. Noir.pdf', 'TP-1000.TE', tp1000).client).toBeNull();
    expect(ask('978408086 - P. Noir.pdf', 'TP-1000.TE', [...tp1000, 'Montréal QC H2X 1Y4'])).toMatchObject({
      status: 'ready',
      client: 'blank',
    });
  });

  it('a name that the chosen nomenclature does not read is read by another', () => {
    const letter = page(['Anne Blanc', 'Lettre de mission']);
    const found = identify({
      file: null,
      stem: 'XXX XXX 286 - Roy Marie',
      facts: documentFacts([letter]),
      directory: new ClientDirectory(office),
      form: 'ENGAGEMENT',
      assigned: null,
    });
    expect(['ready', 'confirm']).not.toContain(found.status);
  });
});
