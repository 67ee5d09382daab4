import type { EmailTemplate } from './email-template';

/** What GEM-BOOKS made of a template that was to be saved. */
export type TemplateSaving =
  | { readonly kind: 'saved'; readonly template: EmailTemplate }
  /** Somebody changed it meanwhile; this is how it is now. */
  | { readonly kind: 'changed-elsewhere'; readonly template: EmailTemplate }
  /** In the server's own words. */
  | { readonly kind: 'refused'; readonly detail: string };
