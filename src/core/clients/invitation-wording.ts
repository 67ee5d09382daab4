import type { Language } from '../language';

/** How the invitations of an import are worded. */
export interface InvitationWording {
  /** An e-mail template of the office; `null` = GEM-BOOKS's own words. */
  readonly emailTemplateId: string | null;
  /** One language for all; `null` = each client's, French when unknown. */
  readonly language: Language | null;
}

export const USUAL_WORDING: InvitationWording = { emailTemplateId: null, language: null };
