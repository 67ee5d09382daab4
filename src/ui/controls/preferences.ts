import type { Language } from '../../core/language';
import type { ClientColumn } from './client-columns';

export interface Preferences {
  /** French whatever the browser's language, until changed. */
  readonly language: Language;
  setLanguage(language: Language): void;
  readonly theme: 'system' | 'light' | 'dark';
  setTheme(theme: 'system' | 'light' | 'dark'): void;
  readonly clientColumns: readonly ClientColumn[];
  setClientColumns(columns: readonly ClientColumn[]): void;
}
