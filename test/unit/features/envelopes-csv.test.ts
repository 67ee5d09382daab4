import { describe, expect, it } from 'vitest';
import type { FollowedEnvelope } from '../../../src/core/follow-up/followed-envelope';
import { envelopesCsv } from '../../../src/features/follow-up/envelopes-csv';
import { en } from '../../../src/i18n/en';
import { fr } from '../../../src/i18n/fr';
import { envelopeOf, signedEnvelope } from '../../fakes/followed-envelopes';

const context = {
  language: 'fr',
  t: fr,
  clientOf: (client: number) => (client === 1 ? { name: 'Éloïse Fictive; née Inventée', code: '1001' } : null),
  stateOf: ({ status }: FollowedEnvelope) => fr.followUp.status[status],
  saved: [],
} as const;
const at = (year: number, month: number, day: number, hour: number, minute = 0) =>
  new Date(year, month - 1, day, hour, minute, 5).toISOString();
/** The cells of each line, header first; no cell here holds a separator unless it is in quotes. */
const linesOf = (text: string) => text.split('\r\n').map((line) => line.split(';'));

describe('the envelopes as a spreadsheet', () => {
  it('opens by itself with its accents: mark, semicolons, a cell with one in quotes', () => {
    const text = envelopesCsv([envelopeOf('a', 1, 'T183', 'sent')], context);
    expect(new TextEncoder().encode(text).slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    expect(text).toContain('1001;"Éloïse Fictive; née Inventée";T183;');
    expect(text).toContain('Envoyée le;État;Destinataire;Rôle;Courriel');
  });

  it('a line per recipient, with what each did in local time, in the order shown', () => {
    const [recipient] = envelopeOf('a', 2, 'T183', 'opened').recipients;
    if (!recipient) throw new Error('fixture');
    const couple = envelopeOf('a', 2, 'LETTRE', 'refused', {
      sentAt: at(2026, 4, 10, 8),
      lastReminderAt: at(2026, 4, 14, 9),
      recipients: [
        { ...recipient, status: 'signed', openedAt: at(2026, 4, 11, 19, 30), signedAt: at(2026, 4, 11, 19, 42) },
        {
          ...recipient,
          id: 'r2',
          role: 'spouse',
          name: 'Réal Inventé',
          refusedAt: at(2026, 4, 12, 7),
          refusalReason: 'Montant à revoir',
        },
      ],
    });
    const [, first = [], second = [], third = []] = linesOf(
      envelopesCsv([couple, envelopeOf('b', 3, 'T183', 'draft', { sentAt: null })], context),
    );
    expect(first.slice(2, 13)).toEqual([
      'LETTRE',
      '2026-04-10 08:00:05',
      'Signature refusée',
      'Personne Fictive 2',
      fr.documents.role.taxpayer,
      'p2@exemple.test',
      '2026-04-11 19:30:05',
      '2026-04-11 19:42:05',
      '',
      '',
      '2026-04-14 09:00:05',
    ]);
    expect(second.slice(5, 12)).toEqual([
      'Réal Inventé',
      fr.documents.role.spouse,
      'p2@exemple.test',
      '',
      '',
      '2026-04-12 07:00:05',
      'Montant à revoir',
    ]);
    expect([third[3], third[4]]).toEqual(['', 'Brouillon']);
  });

  it('has the labels and the day to follow up of each folder', () => {
    const marks = { labels: ['Saison 2026', 'À relancer'], followUpOn: '2026-05-15' };
    const text = envelopesCsv([envelopeOf('a', 2, 'T183', 'sent', marks), envelopeOf('b', 2, 'T183', 'sent')], context);
    const [header = [], first = [], second = []] = linesOf(text);
    expect([header, first, second].map((line) => line.slice(13, 15))).toEqual([
      ['Étiquettes', 'Suivi le'],
      ['Saison 2026, À relancer', '2026-05-15'],
      ['', ''],
    ]);
  });

  it('says until when the folder is there, and whether its copies are safe', () => {
    const signed = signedEnvelope('a', 2, 'ab');
    const last = (saved: readonly string[]) => linesOf(envelopesCsv([signed], { ...context, saved }))[1]?.slice(-2);
    expect(last([])).toEqual(['2026-10-10', 'non']);
    expect(last(['a-d'])).toEqual(['2026-10-10', 'oui']);
    expect(linesOf(envelopesCsv([envelopeOf('b', 2, 'T183', 'sent')], context))[1]?.at(-1)).toBe('');
  });

  it('runs no formula and shows no SIN that a title may hold', () => {
    const text = envelopesCsv([envelopeOf('a', 2, '046454286', 'voided', { voidReason: '=HYPERLINK("x")' })], {
      ...context,
      language: 'en',
      t: en,
    });
    expect(text).toContain('••• ••• 286');
    expect(text).not.toContain('046454286');
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain('Recipient');
  });
});
