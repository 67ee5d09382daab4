import type { Language } from '../language';

/** One text per language: the recipient's language chooses. */
export type InBothLanguages = Readonly<Record<Language, string>>;

/** What a person writes of a template. */
export interface TemplateDraft {
  readonly name: string;
  /** Chosen in advance where no other is by the type of document. */
  readonly isDefault: boolean;
  /** Types of document that it is chosen in advance for. */
  readonly defaultFor: readonly string[];
  readonly subject: InBothLanguages;
  readonly body: InBothLanguages;
}

/** An e-mail template as GEM-BOOKS tells it. */
export interface EmailTemplate extends TemplateDraft {
  readonly id: string;
  /** Its version, under which it may be changed; `null` where templates cannot be edited. */
  readonly etag: string | null;
}

export const BLANK_TEMPLATE: TemplateDraft = {
  name: '',
  isDefault: false,
  defaultFor: [],
  subject: { fr: '', en: '' },
  body: { fr: '', en: '' },
};

export const draftOf = ({ name, isDefault, defaultFor, subject, body }: TemplateDraft): TemplateDraft => ({
  name,
  isDefault,
  defaultFor,
  subject: { fr: subject.fr, en: subject.en },
  body: { fr: body.fr, en: body.en },
});

/** Whether two drafts say the same; the order of the types of document says nothing. */
export function sameDraft(one: TemplateDraft, other: TemplateDraft): boolean {
  const types = ({ defaultFor }: TemplateDraft): string => [...defaultFor].sort().join('|');
  return (
    one.name === other.name &&
    one.isDefault === other.isDefault &&
    types(one) === types(other) &&
    (['fr', 'en'] as const).every(
      (language) => one.subject[language] === other.subject[language] && one.body[language] === other.body[language],
    )
  );
}

/**
 * The template chosen in advance: the one of that type of document, else the office's usual one, else the first.
 * `null` when there is none. `type`: a form code; anything else (« selon le contenu ») has no template of its own.
 */
export function templateFor<T extends Pick<EmailTemplate, 'isDefault' | 'defaultFor'>>(
  templates: readonly T[],
  type: string,
): T | null {
  return (
    templates.find(({ defaultFor }) => defaultFor.includes(type)) ??
    templates.find(({ isDefault }) => isDefault) ??
    templates[0] ??
    null
  );
}
