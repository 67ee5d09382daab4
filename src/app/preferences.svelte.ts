import type { Language } from '../core/language';
import type { DeploymentRepository } from '../store/deployment-repository';
import { CLIENT_COLUMNS } from '../ui/controls/client-columns';
import type { ClientColumn } from '../ui/controls/client-columns';
import type { Preferences } from '../ui/controls/preferences';
import { loadMessages } from '../i18n/messages';

type Theme = Preferences['theme'];

/** Language, theme, columns shown: no personal value, so they lie in the clear and apply before the vault is opened. */
export class StoredPreferences implements Preferences {
  readonly #store: DeploymentRepository;
  #language: Language = $state('fr');
  #theme: Theme = $state('system');
  #clientColumns: readonly ClientColumn[] = $state.raw(['code', 'email', 'remark']);

  constructor(store: DeploymentRepository) {
    this.#store = store;
  }

  /** French whatever the browser's language, until changed; a store that fails changes nothing. */
  async load(): Promise<void> {
    const [language, theme, columns] = await Promise.all([
      this.#store.get('language'),
      this.#store.get('theme'),
      this.#store.get('client-columns'),
    ]);
    if (columns.ok && columns.value !== null) {
      const bits = columns.value;
      this.#clientColumns = CLIENT_COLUMNS.filter((_id, at) => (bits >> at) & 1);
    }
    if (language.ok && language.value !== null && (await hasWords(language.value))) this.#language = language.value;
    if (theme.ok && theme.value !== null) this.#theme = theme.value;
    this.#apply();
  }

  get language(): Language {
    return this.#language;
  }

  /** Once its words are there; where they cannot be had, nothing changes. */
  setLanguage(language: Language): void {
    void hasWords(language).then((there) => {
      if (!there) return;
      this.#language = language;
      this.#apply();
      void this.#store.put({ name: 'language', value: language });
    });
  }

  get theme(): Theme {
    return this.#theme;
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#apply();
    void this.#store.put({ name: 'theme', value: theme });
  }

  get clientColumns(): readonly ClientColumn[] {
    return this.#clientColumns;
  }

  setClientColumns(columns: readonly ClientColumn[]): void {
    this.#clientColumns = columns;
    const value = CLIENT_COLUMNS.reduce((bits, id, at) => bits | (columns.includes(id) ? 1 << at : 0), 0);
    void this.#store.put({ name: 'client-columns', value });
  }

  #apply(): void {
    document.documentElement.lang = this.#language === 'fr' ? 'fr-CA' : 'en-CA';
    if (this.#theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.#theme;
  }
}

const hasWords = (language: Language): Promise<boolean> =>
  loadMessages(language).then(
    () => true,
    () => false,
  );
