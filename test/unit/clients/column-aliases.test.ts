import { describe, expect, it } from 'vitest';
import type { ClientType } from '../../../src/core/clients/client';
import { headerLookup, mapColumns } from '../../../src/core/clients/column-mapping';
import { findHeaderRow } from '../../../src/core/clients/find-header-row';
import { normaliseHeader } from '../../../src/core/clients/normalise-header';

const field = (header: string, clientType: ClientType) => headerLookup(clientType)(header)?.field ?? null;

/** Domain facts §2, copied out column by column: DT Max and Taxprep, individuals. */
const INDIVIDUALS: readonly (readonly [header: string, field: string])[] = [
  ['No client', 'clientNumber'],
  ['Numéro de client', 'clientNumber'],
  ['#', 'clientNumber'],
  ['Client number', 'clientNumber'],
  ['ClientID', 'clientNumber'],
  ['Code', 'clientNumber'],
  ['Code du client', 'clientNumber'],
  ['Client code', 'clientNumber'],
  ['Nom', 'lastName'],
  ['Nom de famille', 'lastName'],
  ['LastName', 'lastName'],
  ['LastNames', 'lastName'],
  ['Last name', 'lastName'],
  ['Prenom', 'firstName'],
  ['Prénom', 'firstName'],
  ['FirstName', 'firstName'],
  ['FirstNames', 'firstName'],
  ['Nom complet', 'name'],
  ['Nom du client', 'name'],
  ['Nom, Prénom', 'surnameFirst'],
  ['MailingName', 'name'],
  ['SIN', 'sin'],
  ['NAS', 'sin'],
  ["Numéro d'assurance sociale", 'sin'],
  ['Lien', 'relation'],
  ['Relation', 'relation'],
  ['Courriel', 'email'],
  ['Adresse courriel', 'email'],
  ['Adresse électronique', 'email'],
  ['E-mail', 'email'],
  ['UfileEmail.u', 'email'],
  ['Téléphone', 'phone'],
  ['Tél. rés.', 'homePhone'],
  ['Tél. bureau', 'workPhone'],
  ['Cellulaire', 'mobilePhone'],
  ['Rue', 'street'],
  ['Adresse', 'street'],
  ['Street', 'street'],
  ['Appartement', 'unit'],
  ['Apartment', 'unit'],
  ['Ville', 'city'],
  ['Province', 'province'],
  ['Code postal', 'postalCode'],
  ['Date de naissance', 'birthDate'],
  ['Langue', 'language'],
  ['Comptable', 'accountManager'],
  ['Accountant', 'accountManager'],
  ['Associé', 'accountManager'],
  ['Préparateur', 'accountManager'],
  ['Partner', 'accountManager'],
  ['Manager', 'accountManager'],
  ['Assigné à', 'accountManager'],
];

const CORPORATIONS: readonly (readonly [header: string, field: string])[] = [
  ['No client', 'clientNumber'],
  ['Code', 'clientNumber'],
  ['Client code', 'clientNumber'],
  ['Nom de la société', 'name'],
  ['Raison sociale', 'name'],
  ['Corporation name', 'name'],
  ['Ident-Name', 'name'],
  ['Name', 'name'],
  ['NE', 'businessNumber'],
  ["Numéro d'entreprise", 'businessNumber'],
  ['Business number', 'businessNumber'],
  ['BN', 'businessNumber'],
  ['NEQ', 'enterpriseNumber'],
  ["Fin d'exercice", 'yearEnd'],
  ['Date de clôture', 'yearEnd'],
  ['Year-end', 'yearEnd'],
  ["Fin d'année", 'yearEnd'],
  ['Courriel', 'email'],
  ['Téléphone', 'phone'],
  ['Adresse', 'street'],
  ['Langue', 'language'],
  ['Associé', 'accountManager'],
  ['Partner', 'accountManager'],
  ['Préparateur', 'accountManager'],
];

describe('headers', () => {
  it.each(INDIVIDUALS)('individuals: « %s » is %s', (header, expected) =>
    expect(field(header, 'individuals')).toBe(expected),
  );
  it.each(CORPORATIONS)('corporations: « %s » is %s', (header, expected) =>
    expect(field(header, 'corporations')).toBe(expected),
  );

  it('do not depend on accents, case, separators, articles or number words', () => {
    for (const header of [
      '  NUMERO_DE_CLIENT ',
      'n° client',
      'N° de client',
      '# Client',
      'client-number',
      'Client  Number',
    ])
      expect([header, normaliseHeader(header)]).toEqual([header, 'noclient']);
    for (const header of [
      'date de naissance',
      'DATE_DE_NAISSANCE',
      'Date-naissance',
      'Date de naissance'.normalize('NFD'),
    ])
      expect(field(header, 'individuals')).toBe('birthDate');
    expect(field('N° NAS', 'individuals')).toBe('sin');
  });

  it('mean nothing when they are not known, or are numbers or blank', () => {
    for (const header of ['Solde', 'Notes', '', '123', 'Nombre de pages'])
      expect(field(header, 'individuals')).toBeNull();
    expect(headerLookup('individuals')(2025)).toBeNull();
  });
});

describe('mapping', () => {
  it('gives a field to its best alias, then to the leftmost', () => {
    expect(mapColumns(['Associé', 'Comptable', 'Nom', 'Nom'], 'individuals')).toEqual([
      null,
      'accountManager',
      'name',
      null,
    ]);
  });

  it('takes « Nom » for whole names where nothing else holds them', () => {
    expect(mapColumns(['Nom', 'NAS'], 'individuals')).toEqual(['name', 'sin']);
    expect(mapColumns(['Nom', 'Prénom'], 'individuals')).toEqual(['lastName', 'firstName']);
  });
});

describe('header row', () => {
  const rows = (...lines: readonly string[]) =>
    lines.map((line, index) => ({ source: index + 1, cells: line.split(';') }));

  it('is the row with most known headers, below titles', () => {
    const found = findHeaderRow(
      rows('Cabinet Fictif', 'Nom de la liste;Clients', 'No client;Nom;Prénom;NAS', '1;Alizé;Éloi;'),
      'individuals',
    );
    expect(found).toMatchObject({ index: 2, score: 4 });
  });

  it('needs a name and one thing more', () => {
    expect(findHeaderRow(rows('Nom', 'Alizé'), 'individuals')).toBeNull();
    expect(findHeaderRow(rows('NAS;Courriel', ';'), 'individuals')).toBeNull();
    expect(findHeaderRow([], 'individuals')).toBeNull();
  });
});
