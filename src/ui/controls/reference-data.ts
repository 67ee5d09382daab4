import type { EmailTemplate } from '../../core/templates/email-template';

export interface ReferenceData {
  readonly accountManagers: readonly { readonly id: string; readonly name: string }[];
  readonly emailTemplates: readonly EmailTemplate[];
}
