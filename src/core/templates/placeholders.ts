/**
 * What GEM-BOOKS fills in, in single braces. The title of a folder may name a form, and the link is nothing to read
 * in a subject: those two are for the body alone.
 */
export const PLACEHOLDERS = [
  { name: 'store', inSubject: true },
  { name: 'client_contact', inSubject: true },
  { name: 'client', inSubject: true },
  { name: 'account_manager', inSubject: true },
  { name: 'folder_title', inSubject: false },
  { name: 'link', inSubject: false },
] as const satisfies readonly { readonly name: string; readonly inSubject: boolean }[];

export type PlaceholderName = (typeof PLACEHOLDERS)[number]['name'];
export type PlaceholderValues = Readonly<Record<PlaceholderName, string>>;

/** A text in pieces: words, places that are filled, and `{…}` that nobody knows, which leave as they are. */
export type TemplatePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'known'; readonly name: PlaceholderName; readonly text: string }
  | { readonly kind: 'unknown'; readonly text: string };

const PLACE = /\{(\w+)\}/gu;

export function templateParts(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACE)) {
    if (match.index > from) parts.push({ kind: 'words', text: text.slice(from, match.index) });
    const known = PLACEHOLDERS.find(({ name }) => name === match[1]);
    parts.push(known ? { kind: 'known', name: known.name, text: match[0] } : { kind: 'unknown', text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'words', text: text.slice(from) });
  return parts;
}

/** As the recipient will read it; a filled value is never filled again. */
export const filledText = (text: string, values: PlaceholderValues): string =>
  templateParts(text)
    .map((part) => (part.kind === 'known' ? values[part.name] : part.text))
    .join('');

/** Each unknown `{…}` once, in order, with anything in braces that is not even a name: `{ client }`, `{prénom}`. */
export function unknownPlaceholders(text: string): readonly string[] {
  const found = [...text.matchAll(/\{[^{}\n]{0,80}\}/gu)].map(([whole]) => whole);
  return [...new Set(found)].filter((whole) => !PLACEHOLDERS.some(({ name }) => whole === `{${name}}`));
}

/** A place put at the caret, over what is selected; `caret` is where typing goes on. */
export function withPlaceholder(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  name: PlaceholderName,
): { readonly text: string; readonly caret: number } {
  const place = `{${name}}`;
  return { text: text.slice(0, start) + place + text.slice(end), caret: start + place.length };
}
