/**
 * Looks of the form in its own tree: the page's styles do not reach in. A site changes it by custom properties
 * (`--impot-sync-…`) and by `::part(…)`. Text takes the colour of the site, so that it reads on a dark page too; fields are
 * white. A site that changes colours answers for their contrast.
 */
export const FORM_STYLES = `
:host {
  --_paper: var(--impot-sync-paper, #ffffff);
  --_accent: var(--impot-sync-accent, #14532d);
  --_on-accent: var(--impot-sync-on-accent, #ffffff);
  --_border: var(--impot-sync-border, #6b7280);
  --_radius: var(--impot-sync-radius, 6px);
  --_gap: var(--impot-sync-gap, 1rem);
  display: block;
  max-width: var(--impot-sync-width, 30rem);
  font: var(--impot-sync-font, inherit);
  color: var(--impot-sync-ink, inherit);
}
:host([hidden]) { display: none; }
form { display: grid; gap: var(--_gap); }
.field { display: grid; gap: 0.25rem; }
.check { display: grid; grid-template-columns: auto 1fr; gap: 0.25rem 0.5rem; align-items: start; }
.check .error { grid-column: 2; }
label { font-weight: 600; }
.check label { font-weight: 400; }
.optional { font-weight: 400; }
input:not([type='checkbox']) {
  font: inherit; color: var(--impot-sync-field-ink, #1c2430); background: var(--_paper); border: 1px solid var(--_border);
  border-radius: var(--_radius); padding: 0.625rem 0.75rem; min-height: 2.75rem; box-sizing: border-box; width: 100%;
}
input[type='checkbox'] { inline-size: 1.5rem; block-size: 1.5rem; margin: 0; accent-color: var(--_accent); }
input[aria-invalid='true'] { border-color: var(--impot-sync-error, #b3261e); border-width: 2px; }
button {
  font: inherit; font-weight: 600; color: var(--_on-accent); background: var(--_accent); border: 1px solid transparent;
  border-radius: var(--_radius); padding: 0.625rem 1.25rem; min-height: 2.75rem; justify-self: start; cursor: pointer;
}
button[aria-disabled='true'] { opacity: 0.7; cursor: progress; }
:focus-visible { outline: 3px solid var(--impot-sync-focus, #1c2430); outline-offset: 2px; box-shadow: 0 0 0 7px #ffffff; }
.status:focus-visible { outline: none; box-shadow: none; }
.error { color: var(--impot-sync-error, inherit); font-weight: 600; margin: 0; }
.error::before { content: '⚠ '; }
.status { margin: 0; }
/* People do not see it and do not reach it by keyboard; programs fill it. */
.trap { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
