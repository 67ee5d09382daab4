import type { FieldChange } from '../../core/clients/upsert-plan';
import type { Messages } from '../../i18n/fr';

/** A value of a field in words: « (vide) » for nothing, and the name of a language. */
export function shownValue({ field }: Pick<FieldChange, 'field'>, value: string, t: Messages): string {
  if (value === '') return t.clients.detail.empty;
  if (field !== 'language') return value;
  return value === 'en' ? t.clients.detail.english : t.clients.detail.french;
}
