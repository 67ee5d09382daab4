import { describe, expect, it } from 'vitest';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { documentFacts } from '../../../src/core/documents/document-facts';
import { parseFileName, stemOf } from '../../../src/core/documents/file-name';
import { identify } from '../../../src/core/documents/identify';
import { withNumbers } from '../../../src/core/documents/known-numbers';
import type { KnownNumber } from '../../../src/core/documents/known-numbers';
import type { LocalClient } from '../../../src/core/clients/client';
import type { FormCode } from '../../../src/core/forms/form-code';
import type { LocalClientId } from '../../../src/core/ids';
import { home } from './identified';
import { testClient } from './test-client';
import { page } from './test-page';

const paul = testClient('paul', 'Paul Noir', { clientNumber: '30', address: home('H2X 1Y4') });
const known = (sin: string, client = 'paul'): KnownNumber => ({ client: client as LocalClientId, sin });

/** What is said of a page under this file name, in an office of these clients that knows these numbers. */
const found = (
  clients: readonly LocalClient[],
  numbers: readonly KnownNumber[],
  name: string,
  form: FormCode,
  lines: readonly string[],
) =>
  identify({
    file: parseFileName(name, 'detect'),
    stem: stemOf(name),
    facts: documentFacts([page(lines)]),
    directory: new ClientDirectory(clients, numbers),
    form,
    assigned: null,
  });

/** A TP-1000.TE: the name and a number, no address. */
function judge(
  numbers: readonly KnownNumber[],
  printed: string,
  name = '2025 TP-1000.TE - Paul Noir.pdf',
  named = 'Nom : Noir, Paul',
) {
  const said = found([paul], numbers, name, 'TP-1000.TE', ['TP-1000.TE (2025-10)', named, `NAS ${printed}`]);
  return { ...said, codes: said.evidence.map(({ code }) => code) };
}

describe('a number that an earlier document showed of a client whose list has none', () => {
  it('vouches for the client where it is printed, whole or masked; the client stays as listed', () => {
    expect(judge([], '978 408 086')).toMatchObject({ status: 'unmatched', client: null });
    const whole = judge([known('978408086')], '978 408 086');
    expect(whole).toMatchObject({ status: 'ready', grade: 'full', client: paul });
    expect(whole.codes).toContain('sin-seen-before');
    expect(judge([known('978408086')], 'XXX XXX 086')).toMatchObject({
      status: 'ready',
      grade: 'masked',
      client: paul,
    });
  });

  it('of which only the last digits were seen, it is no more than masked', () => {
    expect(judge([known('8086')], '978 408 086')).toMatchObject({ status: 'ready', grade: 'masked', client: paul });
    expect(judge([known('086')], 'XXX XX8 086')).toMatchObject({ status: 'ready', grade: 'masked', client: paul });
  });

  it('leaves a file name that bears the number alone to be confirmed', () => {
    const bare = '978408086.2025.TP-1000.TE.pdf';
    expect(judge([], 'XXX XXX 086', bare)).toMatchObject({ status: 'unmatched' });
    expect(judge([known('086')], 'XXX XXX 086', bare)).toMatchObject({
      status: 'confirm',
      grade: 'masked',
      client: paul,
    });
  });

  it('of another client, or another of the same client: somebody has to look', () => {
    const t183 = (numbers: readonly KnownNumber[], printed: string) =>
      found([paul, testClient('luc', 'Luc Brun')], numbers, 'Paul Noir.pdf', 'T183', [
        'T183 (2025)',
        'Nom : Noir, Paul',
        `NAS ${printed}`,
        'QC H2X 1Y4',
      ]);
    expect(t183([], '978 408 086')).toMatchObject({ status: 'ready', grade: 'name-and-postal-code' });
    expect(t183([known('978408086', 'luc')], '978 408 086')).toMatchObject({ status: 'check', client: paul });
    expect(t183([known('130692544')], '978 408 086')).toMatchObject({ status: 'check', client: paul });
    expect(t183([known('087')], 'XXX XXX 086')).toMatchObject({ status: 'check', client: paul });
    expect(t183([known('086')], 'XXX XXX 086')).toMatchObject({ status: 'ready', grade: 'masked' });
  });

  it('of which only the last digits were seen vouches for nobody where the name is not', () => {
    const other = judge([known('086')], 'XXX XXX 086', undefined, 'Nom : Roy, Marie');
    expect(other).toMatchObject({ client: null, status: 'unmatched' });
  });

  it('vouches for a name of which the file name bears an initial', () => {
    const masked = 'XXX XXX 086 – P. Noir – 2025.pdf';
    expect(judge([], '978 408 086', masked)).toMatchObject({ status: 'unmatched' });
    expect(judge([known('978408086')], '978 408 086', masked)).toMatchObject({ status: 'ready', client: paul });
  });

  it('does not speak against a file name that bears another number', () => {
    const other = judge([known('978408086')], '978 408 086', '130692544_2025_TP-1000.TE.pdf');
    expect(['ready', 'confirm']).not.toContain(other.status);
  });

  it('says nothing of another number, and nothing where the list gives it to somebody', () => {
    expect(judge([known('978408086')], '130 692 544')).toMatchObject({ status: 'unmatched', client: null });
    const listed = testClient('luc', 'Luc Brun', { sin: '978408086' });
    expect(new ClientDirectory([paul, listed], [known('978408086')]).knownSin(paul)).toBeNull();
  });
});

describe('a known number in a file name', () => {
  const grace = testClient('grace', 'Grace Benali', { address: home('H3V 1L3') });
  const michel = testClient('michel', 'Michel Benali', { address: home('H4B 9X6') });
  const letter = (numbers: readonly KnownNumber[], name: string) =>
    found([grace, michel], numbers, name, 'CLIENT-LETTER', [
      'Grace Benali',
      '1 rue Principale',
      'Québec QC H3V 1L3',
      'Bonjour,',
    ]);

  it('is whose it is known to be: another’s letter under it is not sendable', () => {
    const swapped = 'BENA917843997009.pdf';
    expect(letter([], swapped).status).toBe('confirm');
    expect(letter([known('917843997', 'michel')], swapped).status).not.toMatch(/ready|confirm/u);
    expect(letter([known('092865930', 'grace')], swapped).status).not.toMatch(/ready|confirm/u);
    expect(letter([known('930', 'grace')], swapped).status).not.toMatch(/ready|confirm/u);
  });

  it('makes its own letter ready', () => {
    const own = 'BENA092865930016.pdf';
    expect(letter([known('092865930', 'grace')], own)).toMatchObject({ status: 'ready', client: grace });
    expect(letter([known('930', 'grace')], own)).toMatchObject({ status: 'confirm', client: grace });
  });
});

it('a whole number stands over a masked one, a newer over an older, and what two would have is nobody’s', () => {
  expect(withNumbers([known('978408086')], [known('086')])).toEqual([known('978408086')]);
  expect(withNumbers([known('086')], [known('978408086')])).toEqual([known('978408086')]);
  expect(withNumbers([known('978408086')], [known('130692544')])).toEqual([known('130692544')]);
  expect(withNumbers([known('978408086')], [known('978408086', 'luc')])).toEqual([]);
});

it('the list leaves the SIN blank, and the file name and the content show two: a contradiction', () => {
  const t183 = (name: string, printed: string) =>
    found([paul], [], name, 'T183', ['T183 (2025)', 'Nom : Noir, Paul', `NAS ${printed}`, 'QC H2X 1Y4']);
  const masked = '*****8086 - Paul Noir.pdf';
  expect(t183(masked, '978 408 086')).toMatchObject({ status: 'ready' });
  expect(t183(masked, 'XXX XXX 086')).toMatchObject({ status: 'ready' });
  expect(t183(masked, '130 692 544')).toMatchObject({ status: 'blocked', grade: 'contradiction' });
  expect(t183(masked, 'XXX XXX 544')).toMatchObject({ status: 'blocked', grade: 'contradiction' });
});
