import type { EmailTemplatesControl } from '../ui/controls/email-templates-control';
import type { TaskRulesControl } from '../ui/controls/task-rules-control';
import type { WebsiteFormControl } from '../ui/controls/website-form-control';
import type { ConnectionService } from './connection-service.svelte';
import type { EmailTemplates, EmailTemplatesParts } from './email-templates';
import type { TaskRuleParts } from './task-rules';

// Loaded when first asked: few offices look at these before the first screen, whose weight is bounded.

type Connected = Pick<ConnectionService, 'has' | 'intakeForm'>;

export const taskRulesWhenAsked = (parts: TaskRuleParts): TaskRulesControl => ({
  read: async () => (await import('./task-rules')).readTaskRules(parts),
  write: async (rules) => (await import('./task-rules')).writeTaskRules(parts, rules),
  apply: async () => (await import('./task-rules')).applyTaskRules(parts),
});

export const websiteFormWhenAsked = (connection: Connected, apiBase: () => string): WebsiteFormControl => ({
  get name() {
    return connection.intakeForm;
  },
  snippet: async (language, consent) => {
    const form = connection.intakeForm;
    return form === null ? '' : (await import('./website-form')).snippetOf(apiBase(), form, language, consent);
  },
  define: async () => (await import('./website-form')).defineWebsiteForm(),
});

export function emailTemplatesWhenAsked(connection: Connected, parts: EmailTemplatesParts): EmailTemplatesControl {
  let templates: Promise<EmailTemplates> | null = null;
  // One for all: it remembers an addition whose answer never came.
  const load = () => (templates ??= import('./email-templates').then((loaded) => new loaded.EmailTemplates(parts)));
  return {
    get editable() {
      return connection.has('email-templates-edit');
    },
    save: async (over, draft) => (await load()).save(over, draft),
    examples: async () => (await load()).examples(),
  };
}
