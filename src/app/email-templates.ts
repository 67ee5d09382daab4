import { ok } from '../core/result';
import type { Result } from '../core/result';
import { sameDraft } from '../core/templates/email-template';
import type { EmailTemplate, TemplateDraft } from '../core/templates/email-template';
import type { TemplateSaving } from '../core/templates/template-saving';
import type { Http } from '../sync/ports';
import { changeTemplate, createTemplate } from '../sync/save-template';
import type { ExampleClient } from '../ui/controls/email-templates-control';
import type { ServerKnowledge } from './server-knowledge.svelte';

const ANSWER_MS = 60_000;

export interface EmailTemplatesParts {
  readonly http: Http;
  readonly server: Pick<ServerKnowledge, 'refresh' | 'knownClients' | 'accountManagers'>;
  readonly newKey: () => string;
}

/** Templates as this workstation changes them: at once, with the answer on the screen; they are no part of a batch. */
export class EmailTemplates {
  readonly #parts: EmailTemplatesParts;
  /** An addition whose answer never came: it may have been made. */
  #unanswered: { readonly draft: TemplateDraft; readonly key: string } | null = null;

  constructor(parts: EmailTemplatesParts) {
    this.#parts = parts;
  }

  async save(over: EmailTemplate | null, draft: TemplateDraft): Promise<Result<TemplateSaving>> {
    const saving = over === null ? await this.#create(draft) : await changeTemplate(over, draft, this.#context());
    // What became the default here stopped being it elsewhere.
    if (saving.ok && saving.value.kind !== 'refused') await this.#parts.server.refresh(AbortSignal.timeout(ANSWER_MS));
    return saving;
  }

  async #create(draft: TemplateDraft): Promise<Result<TemplateSaving>> {
    const before = this.#unanswered;
    const asked = before ?? { draft, key: this.#parts.newKey() };
    this.#unanswered = asked;
    const made = await createTemplate(asked.draft, asked.key, this.#context());
    if (!made.ok) return made;
    this.#unanswered = null;
    if (sameDraft(asked.draft, draft)) return made;
    // The first asking is settled: what was written since goes over it, or is asked for by itself.
    return made.value.kind === 'saved'
      ? changeTemplate(made.value.template, draft, this.#context())
      : this.#create(draft);
  }

  #context() {
    return { http: this.#parts.http, signal: AbortSignal.timeout(ANSWER_MS) };
  }

  async examples(): Promise<Result<readonly ExampleClient[]>> {
    const { server } = this.#parts;
    const clients = await server.knownClients(AbortSignal.timeout(ANSWER_MS));
    if (!clients.ok) return clients;
    const managers = new Map(server.accountManagers.map(({ id, name }) => [id, name]));
    return ok(
      clients.value
        .filter(({ inactive }) => !inactive)
        .map(({ name, accountManagerId }) => ({ name, accountManager: managers.get(accountManagerId ?? '') ?? null })),
    );
  }
}
