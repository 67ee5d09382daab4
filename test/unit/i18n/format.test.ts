import { describe, expect, it } from 'vitest';
import { counted, formatDate, formatDateTime, formatDuration, formatSize, listed } from '../../../src/i18n/format';
import { en } from '../../../src/i18n/en';
import { fr } from '../../../src/i18n/fr';

describe('counted', () => {
  it('takes 0 as singular in French and plural in English', () => {
    expect(counted('fr', 0, 'envoi', 'envois')).toBe('0 envoi');
    expect(counted('en', 0, 'item', 'items')).toBe('0 items');
    expect(counted('fr', 2, 'envoi', 'envois')).toBe('2 envois');
  });

  it('groups thousands with a no-break space in French', () => {
    expect(counted('fr', 12_345, 'ligne', 'lignes')).toBe('12\u00a0345 lignes');
    expect(counted('en', 12_345, 'row', 'rows')).toBe('12,345 rows');
  });
});

describe('listed', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a et b'],
    [['a', 'b', 'c'], 'a, b et c'],
  ])('%j', (parts, expected) => {
    expect(listed('fr', parts)).toBe(expected);
  });
});

describe('dates', () => {
  const at = new Date(2026, 3, 30, 14, 5).getTime();

  it('are yyyy-mm-dd in both languages', () => {
    expect(formatDate(at)).toBe('2026-04-30');
    expect(formatDateTime('fr', at)).toBe('2026-04-30 à 14\u00a0h\u00a005');
    expect(formatDateTime('en', at)).toBe('2026-04-30 at 14:05');
  });
});

describe('durations and sizes', () => {
  it('round up so that the figure does not flicker', () => {
    expect(formatDuration('fr', 1)).toBe('5\u00a0s');
    expect(formatDuration('fr', 41)).toBe('45\u00a0s');
    expect(formatDuration('fr', 61)).toBe('2\u00a0min');
  });

  it('count in thousands, as the system does', () => {
    expect(formatSize('fr', 999)).toBe('999\u00a0octets');
    expect(formatSize('fr', 1_250_000)).toBe('1,3\u00a0Mo');
    expect(formatSize('en', 1_250_000)).toBe('1.3\u00a0MB');
  });
});

describe('the sentence before Importer', () => {
  it('says what is created, updated and invited', () => {
    expect(fr.clients.summary({ create: 12, update: 3, invitations: 9, keeping: 0, byHand: 0, manager: null })).toBe(
      '12 clients seront créés, 3 mis à jour, 9 invitations partiront.',
    );
    expect(fr.clients.summary({ create: 0, update: 1, invitations: 0, keeping: 0, byHand: 0, manager: 'X' })).toBe(
      '1 client sera mis à jour.',
    );
    expect(fr.clients.summary({ create: 0, update: 0, invitations: 0, keeping: 0, byHand: 0, manager: null })).toBe(
      'Rien à importer.',
    );
  });

  it('says what stays, and why', () => {
    const none = { confirm: 0, check: 0, blocked: 0, unmatched: 0, 'already-sent': 0, refused: 0, setAside: 0 };
    expect(fr.documents.staying(none, null)).toBe('');
    expect(fr.documents.staying({ ...none, blocked: 1, unmatched: 2 }, 'NAS d’un autre')).toBe(
      'Restent ici\u00a0: 1 bloqué (NAS d’un autre) et 2 non associés.',
    );
    expect(en.documents.summary({ documents: 24, envelopes: 24, people: 23, template: null })).toBe(
      '24 envelopes (24 documents) will leave for 23 people.',
    );
  });
});
