import { ImpotSyncForm } from './form-element';

/** Entry of `impot-sync-form.js`, which an office's site loads. Loaded twice, it is one element. */
if (customElements.get('impot-sync-form') === undefined) customElements.define('impot-sync-form', ImpotSyncForm);
