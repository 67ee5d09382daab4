/** What a key asks of the review; each acts on the selected line, but for moving and showing. */
export type ReviewAct =
  'next' | 'previous' | 'confirm' | 'assign' | 'set-aside' | 'override' | 'undo' | 'plan' | 'help';

const KEYS: Readonly<Record<string, ReviewAct>> = {
  n: 'next',
  p: 'previous',
  c: 'confirm',
  a: 'assign',
  m: 'set-aside',
  o: 'override',
  u: 'undo',
  l: 'plan',
  '?': 'help',
};

/**
 * The act of a key pressed inside the review; `null` where it is somebody else's. They are single letters, so that they
 * act only while the focus is in the review (WCAG 2.1.4), and never in a field one types in.
 */
export function reviewAct(event: KeyboardEvent): ReviewAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null;
  if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select')) return null;
  return KEYS[event.key.toLowerCase()] ?? null;
}
