import { describe, expect, it } from 'vitest';
import { BLANK_TEMPLATE, sameDraft, templateFor } from '../../../src/core/templates/email-template';
import type { TemplateDraft } from '../../../src/core/templates/email-template';
import {
  filledText,
  templateParts,
  unknownPlaceholders,
  withPlaceholder,
} from '../../../src/core/templates/placeholders';
import { subjectProblems } from '../../../src/core/templates/subject-problems';
import { templateProblems, templateWarnings } from '../../../src/core/templates/template-problems';

const VALUES = {
  store: 'Cabinet Fictif',
  client: 'Zoé {link}',
  client_contact: 'Zoé',
  account_manager: 'Odile',
  folder_title: 'Documents',
  link: 'https://exemple.test/a',
};

describe('placeholders', () => {
  it('are filled once, and what nobody knows leaves as it is', () => {
    expect(filledText('{store}, {client} {prenom} {constructor}{link}', VALUES)).toBe(
      'Cabinet Fictif, Zoé {link} {prenom} {constructor}https://exemple.test/a',
    );
    expect(templateParts('a {store}{x}')).toEqual([
      { kind: 'words', text: 'a ' },
      { kind: 'known', name: 'store', text: '{store}' },
      { kind: 'unknown', text: '{x}' },
    ]);
  });

  it('warns of each unknown once, also of what only looks like a place', () => {
    expect(unknownPlaceholders('{prenom} {store} {prenom} { client } {prénom} {}')).toEqual([
      '{prenom}',
      '{ client }',
      '{prénom}',
      '{}',
    ]);
  });

  it('goes where the caret is, over what is selected, and the caret after it', () => {
    expect(withPlaceholder('Bonjour nom,', { start: 8, end: 11 }, 'client')).toEqual({
      text: 'Bonjour {client},',
      caret: 16,
    });
  });
});

describe('the template chosen in advance', () => {
  const of = (id: string, isDefault: boolean, ...defaultFor: string[]) => ({ id, isDefault, defaultFor });
  const templates = [of('a', false, 'T183'), of('b', true), of('c', false, 'INVOICE', 'OTHER')];

  it('is the one of the type, else the usual one, else the first', () => {
    expect(['T183', 'OTHER', 'T1', 'by-content'].map((type) => templateFor(templates, type)?.id)).toEqual([
      'a',
      'c',
      'b',
      'b',
    ]);
    expect(templateFor([of('a', false), of('b', false)], 'T1')?.id).toBe('a');
    expect(templateFor([], 'T1')).toBeNull();
  });
});

describe('a subject', () => {
  it.each([
    ['Solde de 1 234,56 $', 'amount'],
    ['Solde de 1\u202f234,56\u00a0$', 'amount'],
    ['You owe $200', 'amount'],
    ['Remboursement : 812.40 CAD', 'amount'],
    ['200 dollars', 'amount'],
    ['NAS 046 454 286', 'identifier'],
    ['dossier 046-454-286', 'identifier'],
    ['０４６４５４２８６', 'identifier'],
    ['123456789RC0001', 'identifier'],
    ['votre NAS ••• ••• 286', 'identifier'],
    ['Né le 1980-05-12', 'date'],
    ['né le 12 mai 1980', 'date'],
    ['le 1er août 1980', 'date'],
    ['born May 12, 1980', 'date'],
    ['12/05/1980', 'date'],
    ['12-05-80', 'date'],
    ['19800512', 'date'],
    ['Votre T183', 'form'],
    ['votre t1 2025', 'form'],
    ['T 183 à signer', 'form'],
    ['TP‑1000.TE', 'form'],
    ['CO 17', 'form'],
    ['Relevé 1', 'form'],
    ['RL-1', 'form'],
    ['T5018', 'form'],
    ['{store} : {folder_title}', 'place'],
    ['{link}', 'place'],
  ])('that says too much is refused, and why: %s', (subject, problem) => {
    expect(subjectProblems(subject)).toContain(problem);
  });

  it.each([
    '{store} : des documents à signer',
    'Votre dossier 2025 est prêt',
    'Réponse attendue avant mars 2026',
    'Appelez le 418 555-0100',
    'Appelez le 1 800 555-0100',
    'Tremblay & Co 2025',
    'Étape 1 de 3',
    'Contrat no 12',
    'Rendez-vous le 12 mai à 14 h 30',
    '{prenom}, {client_contact}',
  ])('that does not may leave: %s', (subject) => {
    expect(subjectProblems(subject)).toEqual([]);
  });
});

describe('a draft', () => {
  const draft: TemplateDraft = {
    ...BLANK_TEMPLATE,
    name: 'Documents à signer',
    subject: { fr: 'À signer', en: 'To sign' },
    body: { fr: 'Bonjour {prenom} {link}', en: 'Hello' },
  };

  it('is refused by field', () => {
    expect(templateProblems(draft).size).toBe(0);
    const bad = { ...draft, name: ' ', subject: { fr: 'T183', en: 'a\nb' }, body: { fr: '', en: 'x'.repeat(20_001) } };
    expect([...templateProblems(bad)]).toEqual([
      ['name', 'empty'],
      ['subject.fr', 'form'],
      ['body.fr', 'empty'],
      ['subject.en', 'line-break'],
      ['body.en', 'too-long'],
    ]);
  });

  it('keeps an unknown place with a warning, and says when nobody could open the folder', () => {
    expect([...templateWarnings(draft)]).toEqual([
      ['body.fr', [{ kind: 'unknown', places: ['{prenom}'] }]],
      ['body.en', [{ kind: 'no-link' }]],
    ]);
  });

  it('is the same whatever the order of its types', () => {
    const one = { ...draft, defaultFor: ['T1', 'T2'] };
    expect(sameDraft(one, { ...draft, defaultFor: ['T2', 'T1'] })).toBe(true);
    expect(sameDraft(one, draft)).toBe(false);
    expect(sameDraft(draft, { ...draft, body: { ...draft.body, en: 'Hello ' } })).toBe(false);
  });
});
