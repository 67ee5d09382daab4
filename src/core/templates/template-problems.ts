import type { Language } from '../language';
import type { TemplateDraft } from './email-template';
import { unknownPlaceholders } from './placeholders';
import { subjectProblems } from './subject-problems';
import type { SubjectProblem } from './subject-problems';

/** As the contract has them, in characters. */
export const MOST = { name: 200, subject: 200, body: 20_000 } as const;

export type TemplateField = 'name' | `subject.${Language}` | `body.${Language}`;
export type TemplateProblem = SubjectProblem | 'empty' | 'too-long' | 'line-break';

/** By field, what keeps a draft from being saved: its first problem. Empty when it may be. */
export function templateProblems(draft: TemplateDraft): ReadonlyMap<TemplateField, TemplateProblem> {
  const problems = new Map<TemplateField, TemplateProblem>();
  const say = (field: TemplateField, problem: TemplateProblem | null): void => {
    if (problem !== null) problems.set(field, problem);
  };
  say('name', ofLine(draft.name, MOST.name));
  for (const language of ['fr', 'en'] as const) {
    const subject = draft.subject[language];
    say(`subject.${language}`, ofLine(subject, MOST.subject) ?? subjectProblems(subject)[0] ?? null);
    say(`body.${language}`, ofText(draft.body[language], MOST.body));
  }
  return problems;
}

/** Kept, and said: an unknown `{…}` leaves as it is; without `{link}` nobody can open the folder from the e-mail. */
export type TemplateWarning =
  { readonly kind: 'unknown'; readonly places: readonly string[] } | { readonly kind: 'no-link' };

export function templateWarnings(draft: TemplateDraft): ReadonlyMap<TemplateField, readonly TemplateWarning[]> {
  const warnings = new Map<TemplateField, readonly TemplateWarning[]>();
  for (const language of ['fr', 'en'] as const) {
    for (const part of ['subject', 'body'] as const) {
      const text = draft[part][language];
      const places = unknownPlaceholders(text);
      const all: TemplateWarning[] = places.length > 0 ? [{ kind: 'unknown', places }] : [];
      if (part === 'body' && text.trim() !== '' && !text.includes('{link}')) all.push({ kind: 'no-link' });
      if (all.length > 0) warnings.set(`${part}.${language}`, all);
    }
  }
  return warnings;
}

function ofText(text: string, most: number): TemplateProblem | null {
  if (text.trim() === '') return 'empty';
  return text.length > most ? 'too-long' : null;
}

const ofLine = (text: string, most: number): TemplateProblem | null =>
  ofText(text, most) ?? (/\p{Cc}/u.test(text) ? 'line-break' : null);
