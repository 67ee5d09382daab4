/**
 * Attached to the heading (`tabindex="-1"`) of what a person just asked for: on a phone it comes into sight, where the form
 * above fills the screen; and the keyboard goes there when the button that asked is gone or disabled, else it stays where
 * somebody put it.
 */
export function bringUp(heading: HTMLElement): void {
  const active = document.activeElement;
  if (active === null || active === document.body || active.matches(':disabled'))
    heading.focus({ preventScroll: true });
  if (matchMedia('(max-width: 59.99rem)').matches) heading.scrollIntoView({ block: 'start' });
}
