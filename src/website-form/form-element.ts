import type { FormParts } from './form-parts';
import { buildForm } from './form-parts';
import { sendRequest } from './send-request';
import { FORM_STYLES } from './styles';
import type { FormLanguage, FormTexts } from './texts';
import { FORM_TEXTS } from './texts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * `<impot-sync-form>`: the office's website form. What is written inside it (a plain HTML form) is what people without
 * script see and send; with script this takes its place, and sends to the same address.
 *
 * Attributes: `action` (else that of the form inside), `language` (fr or en; else that of the page), `consent` (the
 * office's own words), `preview` (nothing is sent). Event: `impot-sync-received`, which tells nothing of the person.
 */
export class ImpotSyncForm extends HTMLElement {
  static readonly observedAttributes = ['language', 'consent'];
  #parts: FormParts | null = null;
  #sending = false;

  connectedCallback(): void {
    this.#draw();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#draw();
  }

  get #language(): FormLanguage {
    const asked = this.getAttribute('language') ?? this.closest('[lang]')?.getAttribute('lang') ?? 'fr';
    return asked.toLowerCase().startsWith('en') ? 'en' : 'fr';
  }

  get #texts(): FormTexts {
    return FORM_TEXTS[this.#language];
  }

  get #action(): string | null {
    return this.getAttribute('action') ?? this.querySelector('form')?.getAttribute('action') ?? null;
  }

  #draw(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open', delegatesFocus: true });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(FORM_STYLES);
    root.adoptedStyleSheets = [sheet];
    const texts = this.#texts;
    const parts = buildForm(this.ownerDocument, texts, this.getAttribute('consent')?.trim() || texts.consent);
    parts.form.lang = this.#language;
    parts.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit(parts);
    });
    root.replaceChildren(parts.form);
    this.#parts = parts;
  }

  async #submit(parts: FormParts): Promise<void> {
    const texts = this.#texts;
    if (this.#sending || !check(parts, texts)) return;
    const action = this.#action;
    if (this.hasAttribute('preview') || action === null) return tell(parts, texts.preview);
    this.#sending = true;
    parts.button.setAttribute('aria-disabled', 'true');
    tell(parts, texts.sending);
    const result = await sendRequest(
      action,
      {
        name: parts.name.input.value.trim(),
        email: parts.email.input.value.trim(),
        phone: parts.phone.input.value.trim(),
        language: this.#language,
        consent: true,
        website: parts.website.value,
      },
      fetch,
    );
    this.#sending = false;
    parts.button.removeAttribute('aria-disabled');
    if (this.#parts !== parts) return;
    if (result === 'received') {
      parts.form.replaceChildren(parts.status);
      this.dispatchEvent(new CustomEvent('impot-sync-received', { bubbles: true, composed: true }));
    }
    tell(
      parts,
      { received: texts.received, refused: texts.refused, 'too-many': texts.tooMany, 'not-sent': texts.notSent }[
        result
      ],
    );
    parts.status.focus();
  }
}

function tell({ status }: FormParts, text: string): void {
  status.textContent = text;
}

/** Says all that is wrong at once, and goes to the first of it. */
function check({ name, email, consent }: FormParts, texts: FormTexts): boolean {
  const wrong = [
    { field: name, text: name.input.value.trim() === '' ? texts.missingName : null },
    { field: email, text: EMAIL.test(email.input.value.trim()) ? null : texts.wrongEmail },
    { field: consent, text: consent.input.checked ? null : texts.missingConsent },
  ];
  for (const { field, text } of wrong) field.complain(text);
  const first = wrong.find(({ text }) => text !== null);
  first?.field.input.focus();
  return first === undefined;
}
