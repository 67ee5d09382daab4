import type { FormTexts } from './texts';

export interface Field {
  readonly row: HTMLElement;
  readonly input: HTMLInputElement;
  /** Shows what is wrong beside the field, or takes it away (`null`). */
  readonly complain: (text: string | null) => void;
}

export interface FormParts {
  readonly form: HTMLFormElement;
  readonly name: Field;
  readonly email: Field;
  readonly phone: Field;
  readonly consent: Field;
  readonly website: HTMLInputElement;
  readonly button: HTMLButtonElement;
  readonly status: HTMLElement;
}

/** The form's elements, without any text of HTML: no policy of the office's site stands against it. */
export function buildForm(document: Document, texts: FormTexts, consentText: string): FormParts {
  const name = textField(document, 'name', texts.name, 'text', 'name', true, texts);
  const email = textField(document, 'email', texts.email, 'email', 'email', true, texts);
  const phone = textField(document, 'phone', texts.phone, 'tel', 'tel', false, texts);
  const consent = checkField(document, consentText);
  const trap = element(document, 'div', { class: 'trap', 'aria-hidden': 'true' });
  const trapLabel = element(document, 'label', { for: 'website' }, texts.honeypot);
  const website = element(document, 'input', { id: 'website', name: 'website', tabindex: '-1', autocomplete: 'off' });
  trap.append(trapLabel, website);
  const button = element(document, 'button', { type: 'submit', part: 'button' }, texts.send);
  const status = element(document, 'p', { class: 'status', part: 'status', role: 'status', tabindex: '-1' });
  const form = element(document, 'form', { part: 'form', novalidate: '' });
  form.append(name.row, email.row, phone.row, consent.row, trap, button, status);
  return { form, name, email, phone, consent, website, button, status };
}

function textField(
  document: Document,
  id: string,
  text: string,
  type: string,
  autocomplete: string,
  required: boolean,
  texts: FormTexts,
): Field {
  const row = element(document, 'div', { class: 'field', part: 'field' });
  const label = element(document, 'label', { for: id, part: 'label' }, text);
  if (!required) label.append(' ', element(document, 'span', { class: 'optional' }, `(${texts.optional})`));
  const input = element(document, 'input', { id, name: id, type, autocomplete, part: 'input' });
  input.required = required;
  row.append(label, input);
  return { row, input, complain: complainer(document, row, input) };
}

function checkField(document: Document, text: string): Field {
  const row = element(document, 'div', { class: 'check', part: 'consent' });
  const input = element(document, 'input', { id: 'consent', name: 'consent', type: 'checkbox', part: 'checkbox' });
  input.required = true;
  row.append(input, element(document, 'label', { for: 'consent', part: 'label' }, text));
  return { row, input, complain: complainer(document, row, input) };
}

function complainer(document: Document, row: HTMLElement, input: HTMLInputElement): Field['complain'] {
  const id = `${input.id}-error`;
  return (text) => {
    row.querySelector('.error')?.remove();
    input.setAttribute('aria-invalid', String(text !== null));
    if (text === null) return input.removeAttribute('aria-describedby');
    row.append(element(document, 'p', { id, class: 'error', part: 'error' }, text));
    input.setAttribute('aria-describedby', id);
  };
}

function element<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  attributes: Readonly<Record<string, string>>,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}
