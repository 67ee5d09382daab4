import type { Result } from '../../core/result';
import type { EmailTemplate, TemplateDraft } from '../../core/templates/email-template';
import type { TemplateSaving } from '../../core/templates/template-saving';

/** E-mail templates, changed on the server at once. The list itself is `reference.emailTemplates`. */
export interface EmailTemplatesControl {
  /** False where the server only tells them. */
  readonly editable: boolean;
  /** `over`: the version that was being changed; `null` adds one. A second try of the same addition adds nothing more. */
  save(over: EmailTemplate | null, draft: TemplateDraft): Promise<Result<TemplateSaving>>;
  /** Clients of the office to see a template with. */
  examples(): Promise<Result<readonly ExampleClient[]>>;
}

export interface ExampleClient {
  readonly name: string;
  readonly accountManager: string | null;
}
