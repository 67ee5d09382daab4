import type { FormLanguage } from './texts';
import { FORM_TEXTS } from './texts';

export interface SnippetOptions {
  /** Where the app is served, as `https://bureau.example`. */
  readonly origin: string;
  /** The API's base path, as `/api/`. */
  readonly apiBase: string;
  /** Public name of the office's form. */
  readonly form: string;
  readonly language: FormLanguage;
  /** The office's own words of consent; empty: ours. */
  readonly consent: string;
}

/** HTML to paste into the office's site: a plain form that works without script, which the script then replaces. */
export function websiteFormSnippet({ origin, apiBase, form, language, consent }: SnippetOptions): string {
  const t = FORM_TEXTS[language];
  const action = escape(new URL(`${apiBase}impot-sync/v1/intake/${encodeURIComponent(form)}`, origin).href);
  const own = consent.trim();
  const attribute = own === '' ? '' : ` consent="${escape(own)}"`;
  return `<impot-sync-form language="${language}"${attribute}>
  <form action="${action}" method="post" accept-charset="utf-8">
    <p><label>${escape(t.name)}<br><input name="name" autocomplete="name" maxlength="200" required></label></p>
    <p><label>${escape(t.email)}<br><input name="email" type="email" autocomplete="email" maxlength="254" required></label></p>
    <p><label>${escape(t.phone)} (${escape(t.optional)})<br><input name="phone" type="tel" autocomplete="tel" maxlength="40"></label></p>
    <p><label><input name="consent" type="checkbox" value="on" required> ${escape(own === '' ? t.consent : own)}</label></p>
    <p hidden><label>${escape(t.honeypot)} <input name="website" tabindex="-1" autocomplete="off"></label></p>
    <input name="language" type="hidden" value="${language}">
    <p><button>${escape(t.send)}</button></p>
  </form>
</impot-sync-form>
<script src="${escape(new URL('/impot-sync-form.js', origin).href)}" async></script>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
