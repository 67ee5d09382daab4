import type { Language } from '../core/language';
import type { Preferences } from '../ui/context';

type Theme = Preferences['theme'];

const LANGUAGE = 'impot-sync.language';
const THEME = 'impot-sync.theme';

/** Language and theme: no personal value, so they live in localStorage and apply before the vault is opened. */
export class LocalPreferences implements Preferences {
  readonly #storage: Storage;
  #language: Language = $state('fr');
  #theme: Theme = $state('system');

  constructor(storage: Storage) {
    this.#storage = storage;
    // French whatever the browser's language: the office changes it once, if ever.
    if (storage.getItem(LANGUAGE) === 'en') this.#language = 'en';
    const theme = storage.getItem(THEME);
    if (theme === 'light' || theme === 'dark') this.#theme = theme;
    this.#apply();
  }

  get language(): Language {
    return this.#language;
  }

  setLanguage(language: Language): void {
    this.#language = language;
    this.#storage.setItem(LANGUAGE, language);
    this.#apply();
  }

  get theme(): Theme {
    return this.#theme;
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#storage.setItem(THEME, theme);
    this.#apply();
  }

  #apply(): void {
    document.documentElement.lang = this.#language === 'fr' ? 'fr-CA' : 'en-CA';
    if (this.#theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.#theme;
  }
}
