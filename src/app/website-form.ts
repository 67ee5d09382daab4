import type { Language } from '../core/language';
import { ImpotSyncForm } from '../website-form/form-element';
import { websiteFormSnippet } from '../website-form/snippet';

/** What the office pastes into its own site; `form` is the public name that its server gave the form. */
export const snippetOf = (apiBase: string, form: string, language: Language, consent: string): string =>
  websiteFormSnippet({ origin: location.origin, apiBase, form, language, consent });

/** The very element that the office's site loads, for the preview. */
export function defineWebsiteForm(): void {
  if (customElements.get('impot-sync-form') === undefined) customElements.define('impot-sync-form', ImpotSyncForm);
}
