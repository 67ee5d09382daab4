import { describe, expect, it } from 'vitest';
import type { FollowedEnvelope } from '../../../src/core/follow-up/followed-envelope';
import { latestChange, mergeEnvelopes } from '../../../src/core/follow-up/merge-envelopes';
import { transmissions } from '../../../src/core/follow-up/ready-to-transmit';
import { dueReminder, USUAL_RULE } from '../../../src/core/follow-up/reminder-rule';
import { folderGoesOn, keptUntil, vanishesSoon } from '../../../src/core/follow-up/retention';
import { signingDates } from '../../../src/core/follow-up/signing-dates';
import { copyFolder, copyName } from '../../../src/features/follow-up/copy-name';
import { envelopeOf } from '../../fakes/followed-envelopes';

const couple = (client: number): string => (client < 3 ? 'household-1' : `client-${client}`);
const stateOf = (...envelopes: FollowedEnvelope[]) => transmissions(envelopes, couple).map(({ state }) => state);

describe('Prêt à transmettre', () => {
  it('needs both spouses and both governments', () => {
    const all = [1, 2].flatMap((client) => [
      envelopeOf(`a${client}`, client, 'T183', 'signed'),
      envelopeOf(`b${client}`, client, 'TP-1000.TE', 'signed'),
    ]);
    expect(stateOf(...all)).toEqual(['ready']);
    expect(stateOf(...all.slice(0, 3), envelopeOf('b2', 2, 'TP-1000.TE', 'opened'))).toEqual(['waiting']);
    expect(transmissions(all.slice(0, 3), couple)).toMatchObject([
      { state: 'one-government', missing: [{ client: 2, formCode: 'TP-1000.TE' }] },
    ]);
  });

  it('a refusal stops it, until the form is sent again and signed', () => {
    const refused = envelopeOf('a', 9, 'T183TRUST', 'refused');
    expect(stateOf(refused)).toEqual(['stopped']);
    const again = envelopeOf('b', 9, 'T183TRUST', 'signed', { createdAt: '2026-04-12T12:00:00Z' });
    expect(stateOf(again, refused)).toEqual(['ready']);
  });

  it('an envelope taken back, and what takes no signature, count for nothing', () => {
    const consultation = envelopeOf('c', 9, 'T1', 'opened');
    expect(stateOf(envelopeOf('a', 9, 'T183', 'voided'), consultation)).toEqual([]);
  });
});

it('signing dates are per form and signer, latest first, without those taken back', () => {
  const early = envelopeOf('a', 1, 'T183', 'signed');
  const late = envelopeOf('b', 2, 'T183', 'signed');
  const recipients = late.recipients.map((recipient) => ({ ...recipient, signedAt: '2026-04-21T01:00:00Z' }));
  const dates = signingDates([early, { ...late, recipients }, envelopeOf('c', 3, 'T183', 'voided')]);
  expect(dates.map(({ client, signedAt }) => [client, signedAt])).toEqual([
    [2, '2026-04-21T01:00:00Z'],
    [1, '2026-04-20T14:05:09Z'],
  ]);
});

describe('automatic reminders', () => {
  const sent = envelopeOf('a', 1, 'T183', 'sent', { sentAt: new Date(2026, 3, 7, 12).toISOString() });
  it.each([
    ['before the first is due', new Date(2026, 3, 10, 12), null],
    ['the first', new Date(2026, 3, 11, 12), 1],
    ['too early in the day', new Date(2026, 3, 11, 8, 59), null],
    ['too late in the day', new Date(2026, 3, 11, 19), null],
    ['never on a Sunday', new Date(2026, 3, 12, 12), null],
    ['the third, those before unseen', new Date(2026, 3, 20, 12), 3],
    ['not a fourth', new Date(2026, 3, 24, 12), null],
  ])('%s', (_when, now, number) => {
    expect(dueReminder(sent, USUAL_RULE, now)).toBe(number);
  });

  it('put off by one that left by hand, and stopped by a signature', () => {
    const now = new Date(2026, 3, 11, 12);
    expect(
      dueReminder({ ...sent, lastReminderAt: new Date(2026, 3, 10, 12).toISOString() }, USUAL_RULE, now),
    ).toBeNull();
    expect(dueReminder({ ...sent, status: 'signed' }, USUAL_RULE, now)).toBeNull();
  });
});

describe('retention', () => {
  const signed = envelopeOf('a', 1, 'T183', 'signed', {
    documents: [
      { id: 'd', title: 'T183', formCode: 'T183', taxYear: 2025, signers: ['r1'], signed: { sha256: 'ab', bytes: 1 } },
    ],
  });

  it('a folder goes six months after its sending, and is warned of in the last month', () => {
    expect(folderGoesOn(signed)).toBe('2026-10-10');
    expect(vanishesSoon(signed, Date.parse('2026-09-09T00:00:00Z'))).toBe(false);
    expect(vanishesSoon(signed, Date.parse('2026-09-12T00:00:00Z'))).toBe(true);
  });

  it('six years run from the date of transmission', () => {
    expect(keptUntil('2026-04-30')).toBe('2032-04-30');
    expect(keptUntil('2028-02-29')).toBe('2034-03-01');
  });
});

it('what changed replaces what was known, and is asked for from the latest change seen', () => {
  const known = [envelopeOf('a', 1, 'T183', 'sent'), envelopeOf('b', 2, 'T183', 'sent')];
  const changed = envelopeOf('a', 1, 'T183', 'signed', { updatedAt: '2026-04-20T14:05:09Z' });
  const merged = mergeEnvelopes(known, [changed]);
  expect(merged.map(({ id, status }) => [id, status])).toEqual([
    ['a', 'signed'],
    ['b', 'sent'],
  ]);
  expect(latestChange(merged)).toBe('2026-04-20T14:05:09Z');
  expect(latestChange([...merged, { ...changed, updatedAt: null }])).toBeNull();
});

it('a signed copy is named after its client and form, safely, and never by a SIN', () => {
  const document = { id: 'd', title: '', formCode: 'TP-1000.TE', taxYear: 2025, signers: [], signed: null };
  expect(copyName('Zoé "La/Reine" Fictive', document)).toBe('Zoé La Reine Fictive - TP-1000.TE 2025 - signé');
  expect(copyName('Zoé 046454286', document)).not.toContain('046454286');
  expect(copyFolder({ code: '1001', name: 'Jean Homonyme-Fictif' })).not.toBe(
    copyFolder({ code: '1002', name: 'Jean Homonyme-Fictif' }),
  );
});
