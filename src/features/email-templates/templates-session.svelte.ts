import { SvelteMap } from 'svelte/reactivity';
import type { AppError } from '../../core/app-error';
import { BLANK_TEMPLATE, draftOf, sameDraft } from '../../core/templates/email-template';
import type { EmailTemplate, TemplateDraft } from '../../core/templates/email-template';
import type { Language } from '../../core/language';
import { templateProblems } from '../../core/templates/template-problems';
import type { AppContext } from '../../ui/context';

/** A template's id; `new` for one that is not there yet. */
export type TemplateKey = string;
export const NEW: TemplateKey = 'new';

interface Written {
  /** The version that was being changed; `null` for a new one. */
  readonly over: EmailTemplate | null;
  readonly draft: TemplateDraft;
}

type Said =
  | { readonly kind: 'saved' }
  | { readonly kind: 'changed-elsewhere'; readonly now: EmailTemplate }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'failed'; readonly error: AppError };

/** What is being written, by template: going from one to another, or to another screen, loses nothing. */
export class TemplatesSession {
  readonly #app: Pick<AppContext, 'emailTemplates' | 'reference'>;
  readonly #written = new SvelteMap<TemplateKey, Written>();
  #chosen: TemplateKey | null = $state(null);
  saving = $state(false);
  /** Of the template shown. */
  said: Said | null = $state.raw(null);
  /** A saving was tried: empty fields are said from then on. */
  tried = $state(false);

  constructor(app: Pick<AppContext, 'emailTemplates' | 'reference'>) {
    this.#app = app;
  }

  get chosen(): TemplateKey | null {
    return this.#chosen;
  }

  choose(key: TemplateKey | null): void {
    this.#chosen = key;
    this.said = null;
    this.tried = false;
    if (key === NEW && !this.#written.has(NEW)) this.#written.set(NEW, { over: null, draft: BLANK_TEMPLATE });
  }

  readonly server: EmailTemplate | null = $derived.by(
    () => this.#app.reference.emailTemplates.find(({ id }) => id === this.#chosen) ?? null,
  );

  readonly draft: TemplateDraft | null = $derived.by(() => {
    const written = this.#chosen === null ? undefined : this.#written.get(this.#chosen);
    return written?.draft ?? (this.server === null ? null : draftOf(this.server));
  });

  readonly changed: boolean = $derived(this.#chosen !== null && this.isUnsaved(this.#chosen));

  readonly problems = $derived(this.draft === null ? new Map<never, never>() : templateProblems(this.draft));

  isUnsaved(key: TemplateKey): boolean {
    const written = this.#written.get(key);
    return written !== undefined && !sameDraft(written.draft, written.over ?? BLANK_TEMPLATE);
  }

  get hasNew(): boolean {
    return this.#written.has(NEW);
  }

  edit(change: Partial<TemplateDraft>): void {
    const key = this.#chosen;
    if (key === null || this.draft === null) return;
    const over = this.#written.get(key)?.over ?? this.server;
    this.#written.set(key, { over, draft: { ...this.draft, ...change } });
    if (this.said?.kind === 'saved') this.said = null;
  }

  write(part: 'subject' | 'body', language: Language, text: string): void {
    if (this.draft !== null) this.edit({ [part]: { ...this.draft[part], [language]: text } });
  }

  discard(): void {
    const key = this.#chosen;
    if (key === null) return;
    this.#written.delete(key);
    this.choose(key === NEW ? null : key);
  }

  /** « Garder la mienne »: over the version that somebody else made, knowing it. */
  keepMine(now: EmailTemplate): Promise<void> {
    const draft = this.draft;
    if (draft !== null) this.#written.set(now.id, { over: now, draft });
    return this.save();
  }

  async save(): Promise<void> {
    const key = this.#chosen;
    const draft = this.draft;
    this.tried = true;
    this.said = null;
    if (key === null || draft === null || this.saving || this.problems.size > 0) return;
    const over = this.#written.get(key)?.over ?? this.server;
    this.saving = true;
    const saving = await this.#app.emailTemplates.save(over, draft);
    this.saving = false;
    if (!saving.ok) this.said = { kind: 'failed', error: saving.error };
    else if (saving.value.kind === 'changed-elsewhere')
      this.said = { kind: 'changed-elsewhere', now: saving.value.template };
    else if (saving.value.kind === 'refused') this.said = saving.value;
    else {
      this.#written.delete(key);
      this.choose(saving.value.template.id);
      this.said = { kind: 'saved' };
    }
  }

  get busy(): boolean {
    return [...this.#written.keys()].some((key) => this.isUnsaved(key));
  }

  dispose(): void {
    this.#written.clear();
  }
}
