import type { Language } from '../../core/language';

/** The form for the office's own website. */
export interface WebsiteFormControl {
  /** Public name of the form; `null` where the server has none, or was not heard. */
  readonly name: string | null;
  /** HTML to paste; empty consent: our words. Empty where there is no form. */
  snippet(language: Language, consent: string): Promise<string>;
  /** Makes `<impot-sync-form>` known to this page, for the preview. */
  define(): Promise<void>;
}
