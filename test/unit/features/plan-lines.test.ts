import { expect, it } from 'vitest';
import { confirmableTogether, isProblem, outlookOf } from '../../../src/features/documents-sending/documents-decisions';
import { planLines } from '../../../src/features/documents-sending/plan-lines';
import { fakeDocumentRow } from '../../fakes/fake-rows';

const rows = [
  fakeDocumentRow('a', 'Line Fictive', {
    status: 'blocked',
    concordance: { grade: 'contradiction', evidence: [{ code: 'foreign-sin', supports: false, page: 2 }] },
  }),
  fakeDocumentRow('b', 'Zoé Fictive'),
  fakeDocumentRow('c', null),
  fakeDocumentRow('d', 'Réal Inventé'),
];

it('says in one sentence what leaves and to whom, then what stays and why', () => {
  const decisions = new Map([[rows[3]?.id ?? ('d' as never), { kind: 'set-aside', reason: 'à refaire' } as const]]);
  expect(planLines(rows, decisions, 'fr', false).map(({ leaves, text }) => [leaves, text])).toEqual([
    [true, 'T183 2025 part à Zoé Fictive (a@example.com), à signer.'],
    [false, 'Line Fictive a.pdf reste ici\u00a0: le document porte le NAS d’un autre client.'],
    [false, 'inconnu c.pdf reste ici\u00a0: aucun client associé.'],
    [false, 'Réal Inventé d.pdf reste ici\u00a0: mis de côté (à refaire).'],
  ]);
});

it('says when the office is to follow up on what leaves, and of nothing that stays', () => {
  const texts = (language: 'fr' | 'en', byHand: boolean) =>
    planLines(rows, new Map(), language, byHand, '2026-05-15').map(({ text }) => text);
  expect(texts('fr', false)[0]).toBe('T183 2025 part à Zoé Fictive (a@example.com), à signer, suivi le 2026-05-15.');
  expect(texts('fr', true)[0]).toContain('à transmettre à Zoé Fictive, à signer, suivi le 2026-05-15.');
  expect(texts('en', false)[0]).toContain('to sign, follow up on 2026-05-15.');
  expect(texts('fr', false).slice(2).join()).not.toContain('suivi');
});

it('names everybody whom a copy reaches', () => {
  const [own] = fakeDocumentRow('b', 'Zoé Fictive').recipients;
  if (!own) throw new Error('nobody');
  const spouse = {
    ...own,
    clientId: 'local-bob' as never,
    role: 'spouse',
    name: 'Bob Inventé',
    email: 'bob@example.com',
  };
  const copy = fakeDocumentRow('b', 'Zoé Fictive', {
    form: 'T1',
    placement: { kind: 'none-needed' },
    recipients: [own, { ...spouse, role: 'spouse' }],
  });
  expect(planLines([copy], new Map(), 'fr', false)[0]?.text).toContain(
    'part à Zoé Fictive (a@example.com) et Bob Inventé (bob@example.com), pour consultation.',
  );
  expect(outlookOf([copy], new Map())).toMatchObject({ envelopes: 1, people: 2 });
  const forBoth = { ...copy, recipients: copy.recipients.slice(1) };
  expect(planLines([forBoth], new Map(), 'fr', false)[0]?.text).toContain('— Zoé Fictive part à Bob Inventé');
  expect(outlookOf([forBoth], new Map())).toMatchObject({ people: 1 });
});

it('a set aside line is no problem any more; a blocked one is', () => {
  expect(rows.map((row) => isProblem(row, null))).toEqual([true, false, true, false]);
  expect(isProblem(rows[0] ?? fakeDocumentRow('a', null), { kind: 'set-aside', reason: 'x' })).toBe(false);
});

it('confirms together only what a SIN identifies and one same thing holds', () => {
  const wrongYear = { status: 'check', issues: [{ code: 'wrong-year', severity: 'check' }] } as const;
  const sure = { grade: 'masked', evidence: [{ code: 'content-masked-sin', supports: true }] } as const;
  const doubted = { grade: 'full', evidence: [{ code: 'foreign-sin', supports: false }] } as const;
  const named = { grade: 'unique-name', evidence: [] } as const;
  const many = [
    fakeDocumentRow('a', 'Un Fictif', { ...wrongYear, concordance: sure }),
    fakeDocumentRow('b', 'Deux Fictif', { ...wrongYear, concordance: sure }),
    fakeDocumentRow('c', 'Trois Fictif', { ...wrongYear, concordance: doubted }),
    fakeDocumentRow('d', 'Quatre Fictif', { ...wrongYear, concordance: named }),
    fakeDocumentRow('e', 'Cinq Fictif', {
      ...wrongYear,
      concordance: sure,
      issues: [...wrongYear.issues, { code: 'no-email', severity: 'check' }],
    }),
  ];
  const groups = confirmableTogether(many, new Map());
  expect(groups.map(({ code, rows: same }) => [code, same.map(({ id }) => id)])).toEqual([['wrong-year', ['a', 'b']]]);
});
